package me.digi.client.internal.api;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
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
    private final ReentrantLock counting = new ReentrantLock();
    private final ReentrantLock reporting = new ReentrantLock();
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
    final class Entry {
        final String userKey;
        private boolean isFinished;

        private Entry(String userKey) {
            this.userKey = userKey;
        }

        /** Also when another client has refreshed. */
        void notDue() {
            finish(() -> 0);
        }

        /** Another client is refreshing, or the token pair is in doubt. */
        void skipped() {
            finish(() -> skipped++);
        }

        void refreshed() {
            finish(() -> {
                failuresInARow = 0;
                return refreshed++;
            });
        }

        void needsConsent(Reauthorize reason) {
            finish(() -> {
                failuresInARow = 0;
                consentNeeded.add(new ConsentNeeded(userKey, reason));
                return 0;
            });
        }

        /** Returns the number of consecutive failures. */
        int failed(DigiMeException cause) {
            finish(() -> {
                failuresInARow++;
                return fail(cause);
            });
            return locked(() -> failuresInARow);
        }

        /** The service is not the cause. */
        void unreadable(DigiMeException cause) {
            finish(() -> fail(cause));
        }

        private long fail(DigiMeException cause) {
            if (failures.size() < MAX_FAILURES) {
                failures.add(new FailedUser(userKey, cause));
            }
            return failed++;
        }

        private void finish(Supplier<Number> count) {
            locked(() -> {
                Number unused = count.get();
                isFinished = true;
                while (!unfinished.isEmpty() && unfinished.element().isFinished) {
                    finishedUpTo = unfinished.remove().userKey;
                }
                return userKey;
            });
        }
    }

    Entry start(String userKey) {
        Entry entry = new Entry(userKey);
        boolean isReportDue = locked(() -> {
            unfinished.add(entry);
            return users++ % USERS_BETWEEN_REPORTS == USERS_BETWEEN_REPORTS - 1;
        });
        if (isReportDue) {
            report();
        }
        return entry;
    }

    /** Calls the listener, one call at a time. */
    void report() {
        reporting.lock();
        try {
            listener.call(locked(this::progress));
        } finally {
            reporting.unlock();
        }
    }

    KeepAliveSummary summary(End end, @Nullable DigiMeException failure) {
        return locked(() -> new KeepAliveSummary(end, progress(), consentNeeded, failures, finishedUpTo, failure));
    }

    private KeepAliveProgress progress() {
        return new KeepAliveProgress(users, refreshed, skipped, consentNeeded.size(), failed);
    }

    private <T> T locked(Supplier<T> work) {
        counting.lock();
        try {
            return work.get();
        } finally {
            counting.unlock();
        }
    }
}
