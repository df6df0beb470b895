package me.digi.client.internal.api;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import me.digi.client.diagnostics.TokenEvent;
import me.digi.client.internal.io.ApplicationCode;
import me.digi.client.store.GrantKey;
import me.digi.client.store.InMemoryTokenStore;
import me.digi.client.store.StoredGrant;
import me.digi.client.store.StoredUser;
import me.digi.client.store.TokenStore;
import org.jspecify.annotations.Nullable;

/** Warns once when an in-memory store that is a day old is read: a restart would lose its token pairs. */
final class WarningTokenStore implements TokenStore {
    static final String WARNING =
            "token pairs are kept in memory only, by a client that has run for a day: when the process"
                    + " ends, every user has to consent again; set DigiMe.builder().tokenStore(...)";

    private static final long ONE_DAY = Duration.ofDays(1).toNanos();

    private final InMemoryTokenStore store;
    private final LongSupplier nanos;
    private final long start;
    private final AtomicBoolean hasWarned = new AtomicBoolean();
    private final Consumer<TokenEvent> events;

    WarningTokenStore(InMemoryTokenStore store, LongSupplier nanos, Consumer<TokenEvent> events) {
        this.store = store;
        this.nanos = nanos;
        this.start = nanos.getAsLong();
        this.events = events;
    }

    @Override
    public @Nullable StoredGrant load(GrantKey grant) {
        StoredGrant stored = store.load(grant);
        if (stored != null && nanos.getAsLong() - start >= ONE_DAY && hasWarned.compareAndSet(false, true)) {
            ApplicationCode.warn(WARNING, null);
            events.accept(new TokenEvent.OnlyInMemory(grant));
        }
        return stored;
    }

    @Override
    public boolean compareAndSet(GrantKey grant, long expectedVersion, StoredGrant next) {
        return store.compareAndSet(grant, expectedVersion, next);
    }

    @Override
    public void delete(GrantKey grant) {
        store.delete(grant);
    }

    @Override
    public List<StoredUser> list(String contractId, @Nullable String after, int limit) {
        return store.list(contractId, after, limit);
    }
}
