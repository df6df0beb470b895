package me.digi.client.internal.io;

import java.time.Duration;
import java.util.function.LongSupplier;

/** The deadline of a call by the monotonic clock, shared by its waits and retries. */
public final class Deadline {
    private final long timeoutNanos;
    private final LongSupplier nanos;
    private final long start;

    private Deadline(Duration timeout, LongSupplier nanos) {
        this.timeoutNanos = timeout.toNanos();
        this.nanos = nanos;
        this.start = nanos.getAsLong();
    }

    /** A timeout that starts now. */
    public static Deadline after(Duration timeout) {
        return after(timeout, System::nanoTime);
    }

    /** A timeout that starts now, by the given clock. */
    public static Deadline after(Duration timeout, LongSupplier nanos) {
        return new Deadline(timeout, nanos);
    }

    /** The remaining time; zero after the deadline. */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, timeoutNanos - (nanos.getAsLong() - start)));
    }
}
