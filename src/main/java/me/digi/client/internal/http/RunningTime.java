package me.digi.client.internal.http;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Time limits that count only while the process runs. After a stop (SIGSTOP, a frozen container) all limits may have
 * passed although the response has arrived; it is read nevertheless, as it may contain the only valid token pair. For
 * one thread.
 */
final class RunningTime {
    private static final long MAX_WAIT = TimeUnit.SECONDS.toNanos(1);
    /** A wait that ends this late is a stop, not a busy processor. */
    private static final long STOPPED = TimeUnit.SECONDS.toNanos(1);
    /** Time to read a response after a stop. */
    private static final long AFTER_STOP = TimeUnit.SECONDS.toNanos(2);

    private final long forResponse;
    private long callLeft;
    private long responseLeft;

    /** Zero means no limit. */
    RunningTime(Duration call, Duration response) {
        this.callLeft = nanos(call);
        this.forResponse = nanos(response);
        this.responseLeft = forResponse;
    }

    private static long nanos(Duration limit) {
        return limit.isZero() ? Long.MAX_VALUE : limit.toNanos();
    }

    /** Nanoseconds to wait before {@link #waited} must be called. */
    long next(boolean isWaitingForResponse) {
        long left = isWaitingForResponse ? Math.min(callLeft, responseLeft) : callLeft;
        return Math.max(0, Math.min(left, MAX_WAIT));
    }

    /** Counts a wait. */
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
