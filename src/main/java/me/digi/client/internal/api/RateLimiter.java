package me.digi.client.internal.api;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import me.digi.client.internal.io.Host;

/** Spaces refreshes evenly by monotonic time, without bursts. For one thread. */
final class RateLimiter {
    /** How long a wait continues after cancellation. */
    private static final Duration MAX_SLEEP = Duration.ofMillis(100);

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Host host;
    private final long interval;
    private long next;

    RateLimiter(Host host, int perSecond) {
        this.host = host;
        this.interval = SECOND / perSecond;
        this.next = host.nanos();
    }

    /**
     * Waits until the next refresh may start, or until cancelled.
     *
     * @throws InterruptedException if the client closes
     */
    void acquire(BooleanSupplier isCancelled) throws InterruptedException {
        long now = host.nanos();
        long wait = Math.max(0, next - now);
        next = now + wait + interval;
        Duration left = Duration.ofNanos(wait);
        do {
            Duration slice = left.compareTo(MAX_SLEEP) < 0 ? left : MAX_SLEEP;
            host.sleep(slice);
            left = left.minus(slice);
        } while (!left.isZero() && !isCancelled.getAsBoolean());
    }
}
