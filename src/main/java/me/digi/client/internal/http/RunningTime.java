package me.digi.client.internal.http;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The time limits of a token request, in time during which this process ran. A process that is stopped (SIGSTOP, a frozen
 * container) may find, when it goes on, that all its time limits have passed and that the response has come: then the
 * response counts, as it may have the only pair that works. For one thread.
 */
final class RunningTime {
    private static final long LONGEST_WAIT = TimeUnit.SECONDS.toNanos(1);
    /** A wait that ends so much too late was not just waiting for a processor. */
    private static final long STOPPED = TimeUnit.SECONDS.toNanos(1);
    /** To read what has come meanwhile. */
    private static final long AFTER_STOP = TimeUnit.SECONDS.toNanos(2);

    private final long forResponse;
    private long callLeft;
    private long responseLeft;

    /** Limits that begin now; zero for none. */
    RunningTime(Duration call, Duration response) {
        this.callLeft = nanos(call);
        this.forResponse = nanos(response);
        this.responseLeft = forResponse;
    }

    private static long nanos(Duration limit) {
        return limit.isZero() ? Long.MAX_VALUE : limit.toNanos();
    }

    /** How long to wait until {@link #waited} has to be called, in nanoseconds. */
    long next(boolean isWaitingForResponse) {
        long left = isWaitingForResponse ? Math.min(callLeft, responseLeft) : callLeft;
        return Math.max(0, Math.min(left, LONGEST_WAIT));
    }

    /** So long took a wait that was meant to take that long at most. */
    void waited(long nanos, long atMost, boolean isWaitingForResponse) {
        if (nanos - atMost > STOPPED) {
            callLeft = Math.max(callLeft, AFTER_STOP);
            responseLeft = Math.max(responseLeft, AFTER_STOP);
            return;
        }
        callLeft -= nanos;
        responseLeft = isWaitingForResponse ? responseLeft - nanos : forResponse;
    }

    boolean isOver() {
        return callLeft <= 0 || responseLeft <= 0;
    }
}
