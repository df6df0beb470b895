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

/** What came of each user, and how far the sweep has got. Safe for use by many threads. */
final class Tally {
    private static final int MOST_FAILURES = 100;
    private static final int USERS_BETWEEN_REPORTS = 500;

    private final ApplicationCode<KeepAliveProgress> listener;
    private final ReentrantLock counting = new ReentrantLock();
    private final ReentrantLock telling = new ReentrantLock();
    private final Deque<Visit> unfinished = new ArrayDeque<>();
    private final List<ConsentNeeded> consentNeeded = new ArrayList<>();
    private final List<FailedUser> failures = new ArrayList<>();
    private @Nullable String finishedUpTo;
    private long users;
    private long refreshed;
    private long skipped;
    private long failed;
    private int failuresInARow;

    Tally(KeepAliveListener listener) {
        this.listener = new ApplicationCode<>("keep-alive listener", progress -> listener.progressed(progress));
    }

    /** A user whom the sweep deals with; each one is itself, and equals no other. */
    final class Visit {
        final String userKey;
        private boolean isFinished;

        private Visit(String userKey) {
            this.userKey = userKey;
        }

        /** There was nothing to do, or another client has done it. */
        void wasNotDue() {
            finish(() -> 0);
        }

        /** Another client is at it, or nobody knows what has become of the pair. */
        void wasSkipped() {
            finish(() -> skipped++);
        }

        void wasRefreshed() {
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

        /** The service failed; says how many have failed in a row. */
        int hasFailed(DigiMeException cause) {
            finish(() -> {
                failuresInARow++;
                return fail(cause);
            });
            return locked(() -> failuresInARow);
        }

        /** The record cannot be read, for which the service is not to blame. */
        void isUnreadable(DigiMeException cause) {
            finish(() -> fail(cause));
        }

        private long fail(DigiMeException cause) {
            if (failures.size() < MOST_FAILURES) {
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

    /** Begins with the next user in the order of the list. */
    Visit visit(String userKey) {
        Visit visit = new Visit(userKey);
        boolean isToTell = locked(() -> {
            unfinished.add(visit);
            return users++ % USERS_BETWEEN_REPORTS == USERS_BETWEEN_REPORTS - 1;
        });
        if (isToTell) {
            tell();
        }
        return visit;
    }

    /** Calls the listener, for one event at a time. */
    void tell() {
        telling.lock();
        try {
            listener.call(locked(this::progress));
        } finally {
            telling.unlock();
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
