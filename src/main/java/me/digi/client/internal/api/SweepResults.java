package me.digi.client.internal.api;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import me.digi.client.auth.RefreshResult.Reauthorize;
import me.digi.client.error.DigiMeException;
import me.digi.client.internal.io.ApplicationCode;
import me.digi.client.keepalive.KeepAliveListener;
import me.digi.client.keepalive.KeepAliveProgress;
import me.digi.client.keepalive.KeepAliveSummary;
import me.digi.client.keepalive.KeepAliveSummary.ConsentNeeded;
import me.digi.client.keepalive.KeepAliveSummary.End;
import me.digi.client.keepalive.KeepAliveSummary.FailedUser;
import org.jspecify.annotations.Nullable;

/** Counts the results of a keep-alive sweep. Safe for use by many threads. */
final class SweepResults {
    private static final int MAX_FAILURES = 100;
    private static final int USERS_BETWEEN_REPORTS = 500;

    private final ApplicationCode<KeepAliveProgress> listener;
    private final Deque<Entry> unfinished = new ArrayDeque<>();
    private final List<ConsentNeeded> consentNeeded = new ArrayList<>();
    private final List<FailedUser> failures = new ArrayList<>();
    private @Nullable String finishedUpTo;
    private long users;
    private long refreshed;
    private long skipped;
    private long failed;
    private int failuresInARow;

    SweepResults(KeepAliveListener listener) {
        this.listener = new ApplicationCode<>("keep-alive listener", progress -> listener.progressed(progress));
    }

    /** One user of the sweep; compared by identity. */
    static final class Entry {
        private final String userKey;
        private boolean isFinished;

        private Entry(String userKey) {
            this.userKey = userKey;
        }
    }

    Entry start(String userKey) {
        Entry entry = new Entry(userKey);
        if (add(entry) % USERS_BETWEEN_REPORTS == 0) {
            report();
        }
        return entry;
    }

    private synchronized long add(Entry entry) {
        unfinished.add(entry);
        return ++users;
    }

    /** Also when another client has refreshed. */
    synchronized void notDue(Entry entry) {
        finish(entry);
    }

    /** Another client is refreshing, or the token pair is in doubt. */
    synchronized void skipped(Entry entry) {
        skipped++;
        finish(entry);
    }

    synchronized void refreshed(Entry entry) {
        refreshed++;
        failuresInARow = 0;
        finish(entry);
    }

    synchronized void needsConsent(Entry entry, Reauthorize reason) {
        consentNeeded.add(new ConsentNeeded(entry.userKey, reason));
        failuresInARow = 0;
        finish(entry);
    }

    /** The service is not the cause. */
    synchronized void unreadable(Entry entry, DigiMeException cause) {
        fail(entry, cause);
    }

    /** Returns the number of consecutive failures of the service. */
    synchronized int failed(Entry entry, DigiMeException cause) {
        fail(entry, cause);
        return ++failuresInARow;
    }

    private void fail(Entry entry, DigiMeException cause) {
        failed++;
        if (failures.size() < MAX_FAILURES) {
            failures.add(new FailedUser(entry.userKey, cause));
        }
        finish(entry);
    }

    private void finish(Entry entry) {
        entry.isFinished = true;
        while (!unfinished.isEmpty() && unfinished.element().isFinished) {
            finishedUpTo = unfinished.remove().userKey;
        }
    }

    /** Calls the listener, one call at a time. */
    void report() {
        synchronized (listener) {
            listener.call(progress());
        }
    }

    synchronized KeepAliveSummary summary(End end, @Nullable DigiMeException failure) {
        return new KeepAliveSummary(end, progress(), consentNeeded, failures, finishedUpTo, failure);
    }

    private synchronized KeepAliveProgress progress() {
        return new KeepAliveProgress(users, refreshed, skipped, consentNeeded.size(), failed);
    }
}
