package me.digi.client.store;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps grants for as long as the process runs. Clients of one process share it when they are given the same one. When the
 * process ends, the newest pair of each user is lost, and with it the grant, unless the application keeps it elsewhere.
 */
public final class InMemoryTokenStore implements TokenStore {
    private final ConcurrentMap<GrantKey, StoredGrant> records = new ConcurrentHashMap<>();

    /** An empty store. */
    public InMemoryTokenStore() {}

    @Override
    public @Nullable StoredGrant load(GrantKey grant) {
        return records.get(grant);
    }

    @Override
    public boolean compareAndSet(GrantKey grant, long expectedVersion, StoredGrant next) {
        next.requireFollows(expectedVersion);
        StoredGrant current = records.get(grant);
        if (current == null) {
            return expectedVersion == 0 && records.putIfAbsent(grant, next) == null;
        }
        return current.version() == expectedVersion && records.replace(grant, current, next);
    }

    @Override
    public void delete(GrantKey grant) {
        records.remove(grant);
    }
}
