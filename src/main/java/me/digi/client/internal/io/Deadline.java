package me.digi.client.internal.io;

import java.time.Duration;
import java.util.function.LongSupplier;

/** When a call must have ended, by the monotonic clock: its waits and retries share what is left of its timeout. */
public final class Deadline {
    private final long timeoutNanos;
    private final LongSupplier nanos;
    private final long start;

    private Deadline(Duration timeout, LongSupplier nanos) {
        this.timeoutNanos = timeout.toNanos();
        this.nanos = nanos;
        this.start = nanos.getAsLong();
    }

    /** A deadline that begins now. */
    public static Deadline after(Duration timeout) {
        return after(timeout, System::nanoTime);
    }

    /** A deadline that begins now, by this clock. */
    public static Deadline after(Duration timeout, LongSupplier nanos) {
        return new Deadline(timeout, nanos);
    }

    /** How much time is left; zero once it has passed. */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, timeoutNanos - (nanos.getAsLong() - start)));
    }
}
