package me.digi.client.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A manually moved clock. Share it with the client: the {@link Sandbox} rejects requests whose timestamps differ too
 * much. Safe for use by many threads.
 */
public final class SandboxClock extends Clock {
    private final Clock source;
    private final AtomicReference<Duration> ahead;
    private final List<Runnable> listeners;

    private SandboxClock(Clock source, AtomicReference<Duration> ahead, List<Runnable> listeners) {
        this.listeners = listeners;
        this.source = source;
        this.ahead = ahead;
    }

    /** Stands still, to the millisecond. */
    static SandboxClock frozenAt(Instant instant) {
        Instant start = instant.truncatedTo(ChronoUnit.MILLIS);
        return new SandboxClock(
                Clock.fixed(start, ZoneOffset.UTC), new AtomicReference<>(Duration.ZERO), new CopyOnWriteArrayList<>());
    }

    static SandboxClock running() {
        return new SandboxClock(Clock.systemUTC(), new AtomicReference<>(Duration.ZERO), new CopyOnWriteArrayList<>());
    }

    /** Moves the clock forward. */
    public void advance(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("duration must not be negative: " + duration);
        }
        ahead.updateAndGet(duration::plus);
        listeners.forEach(Runnable::run);
    }

    /** How far the clock was moved in all. */
    public Duration ahead() {
        return Objects.requireNonNull(ahead.get());
    }

    /** Whether the clock moves by itself. */
    public boolean isRunning() {
        return source.equals(Clock.system(source.getZone()));
    }

    void onAdvance(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public Instant instant() {
        return source.instant().plus(ahead.get());
    }

    @Override
    public ZoneId getZone() {
        return source.getZone();
    }

    /** Returns this clock in another zone; both move together. */
    @Override
    public Clock withZone(ZoneId zone) {
        return new SandboxClock(source.withZone(zone), ahead, listeners);
    }
}
