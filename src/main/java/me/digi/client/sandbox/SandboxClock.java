package me.digi.client.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The clock of a {@link Sandbox}, which moves when it is told to. Give it to the client as well: the sandbox rejects
 * requests whose timestamp is too far from it.
 *
 * <p>Safe for use by many threads.
 */
public final class SandboxClock extends Clock {
    private final Clock source;
    private final AtomicReference<Duration> ahead;

    private SandboxClock(Clock source, AtomicReference<Duration> ahead) {
        this.source = source;
        this.ahead = ahead;
    }

    /** A clock that stands still at that moment, to the millisecond. */
    static SandboxClock frozenAt(Instant instant) {
        Instant start = instant.truncatedTo(ChronoUnit.MILLIS);
        return new SandboxClock(Clock.fixed(start, ZoneOffset.UTC), new AtomicReference<>(Duration.ZERO));
    }

    /** A clock that runs with real time. */
    static SandboxClock running() {
        return new SandboxClock(Clock.systemUTC(), new AtomicReference<>(Duration.ZERO));
    }

    /** Moves the clock on. */
    public void advance(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("duration must not be negative: " + duration);
        }
        ahead.updateAndGet(duration::plus);
    }

    @Override
    public Instant instant() {
        return source.instant().plus(ahead.get());
    }

    @Override
    public ZoneId getZone() {
        return source.getZone();
    }

    /** The same clock in another zone: it moves with this one. */
    @Override
    public Clock withZone(ZoneId zone) {
        return new SandboxClock(source.withZone(zone), ahead);
    }
}
