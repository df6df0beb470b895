package me.digi.client.internal.api;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import me.digi.client.diagnostics.TokenEvent;
import me.digi.client.internal.io.ApplicationCode;

/**
 * Warns once when token pairs that are only in memory still change after a day: a restart would lose them. Passes on all
 * events.
 */
final class MemoryWarning implements Consumer<TokenEvent> {
    private static final String WARNING =
            "token pairs are kept in memory only, by a client that has run for a day: when the process"
                    + " ends, every user has to consent again; set DigiMe.builder().tokenStore(...)";

    private static final long ONE_DAY = Duration.ofDays(1).toNanos();

    private final LongSupplier nanos;
    private final long start;
    private final AtomicBoolean hasWarned = new AtomicBoolean();
    private final Consumer<TokenEvent> events;

    MemoryWarning(LongSupplier nanos, Consumer<TokenEvent> events) {
        this.nanos = nanos;
        this.start = nanos.getAsLong();
        this.events = events;
    }

    @Override
    public void accept(TokenEvent event) {
        events.accept(event);
        if (nanos.getAsLong() - start >= ONE_DAY && hasWarned.compareAndSet(false, true)) {
            ApplicationCode.warn(WARNING, null);
            events.accept(new TokenEvent.OnlyInMemory(event.grant()));
        }
    }
}
