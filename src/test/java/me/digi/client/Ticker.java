package me.digi.client;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;

/** Monotonic time derived from a clock, so that a test that moves the clock moves all time. */
final class Ticker {
    private Ticker() {}

    static LongSupplier of(Clock clock) {
        return () -> ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant());
    }
}
