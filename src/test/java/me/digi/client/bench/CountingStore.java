package me.digi.client.bench;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import me.digi.client.store.GrantKey;
import me.digi.client.store.StoredGrant;
import me.digi.client.store.StoredUser;
import me.digi.client.store.TokenStore;
import org.jspecify.annotations.Nullable;

/** Counts the statements of a token store. */
final class CountingStore implements TokenStore {
    final AtomicLong loads = new AtomicLong();
    final AtomicLong writes = new AtomicLong();
    private final TokenStore store;

    CountingStore(TokenStore store) {
        this.store = store;
    }

    @Override
    public @Nullable StoredGrant load(GrantKey grant) {
        loads.incrementAndGet();
        return store.load(grant);
    }

    @Override
    public boolean compareAndSet(GrantKey grant, long expectedVersion, StoredGrant next) {
        writes.incrementAndGet();
        return store.compareAndSet(grant, expectedVersion, next);
    }

    @Override
    public void delete(GrantKey grant) {
        writes.incrementAndGet();
        store.delete(grant);
    }

    /** A page is one load. */
    @Override
    public List<StoredUser> list(String contractId, @Nullable String after, int limit) {
        loads.incrementAndGet();
        return store.list(contractId, after, limit);
    }
}
