package me.digi.client.internal.api;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import me.digi.client.internal.io.Host;

/** Spaces refreshes evenly, by monotonic time; what was not used up is not made up for. For one thread. */
final class Pace {
    /** How long a pause goes on at most after it was called off. */
    private static final Duration LONGEST_SLEEP = Duration.ofMillis(100);

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Host host;
    private final long interval;
    private long next;

    Pace(Host host, int perSecond) {
        this.host = host;
        this.interval = SECOND / perSecond;
        this.next = host.nanos();
    }

    /**
     * Waits for the next turn, or until it is called off.
     *
     * @throws InterruptedException if the client closes
     */
    void awaitTurn(BooleanSupplier isCalledOff) throws InterruptedException {
        long now = host.nanos();
        long turn = Math.max(0, next - now);
        next = now + turn + interval;
        Duration left = Duration.ofNanos(turn);
        do {
            Duration slice = left.compareTo(LONGEST_SLEEP) < 0 ? left : LONGEST_SLEEP;
            host.sleep(slice);
            left = left.minus(slice);
        } while (!left.isZero() && !isCalledOff.getAsBoolean());
    }
}
