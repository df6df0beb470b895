package me.digi.client.store;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import me.digi.client.internal.io.Collecting;
import me.digi.client.internal.io.Require;
import org.jspecify.annotations.Nullable;

/**
 * Stores grants in memory; clients of one process may share an instance. Each user's newest pair, and with it the
 * grant, is lost when the process ends.
 */
public final class InMemoryTokenStore implements TokenStore {
    /** By contract, then by user. */
    private final ConcurrentMap<String, ConcurrentNavigableMap<String, StoredGrant>> records =
            new ConcurrentHashMap<>();

    public InMemoryTokenStore() {}

    @Override
    public @Nullable StoredGrant load(GrantKey grant) {
        return users(grant.contractId()).get(grant.userKey());
    }

    @Override
    public boolean compareAndSet(GrantKey grant, long expectedVersion, StoredGrant next) {
        next.requireFollows(expectedVersion);
        ConcurrentMap<String, StoredGrant> users = users(grant.contractId());
        StoredGrant current = users.get(grant.userKey());
        if (current == null) {
            return expectedVersion == 0 && users.putIfAbsent(grant.userKey(), next) == null;
        }
        return current.version() == expectedVersion && users.replace(grant.userKey(), current, next);
    }

    @Override
    public void delete(GrantKey grant) {
        users(grant.contractId()).remove(grant.userKey());
    }

    /** Ordered by user key. */
    @Override
    public List<StoredUser> list(String contractId, @Nullable String after, int limit) {
        Require.id("limit", limit);
        ConcurrentNavigableMap<String, StoredGrant> users = users(contractId);
        return (after == null ? users : users.tailMap(after, false))
                .entrySet().stream()
                        .limit(limit)
                        .map(user -> StoredUser.of(new GrantKey(contractId, user.getKey()), user.getValue()))
                        .collect(Collecting.unmodifiableList());
    }

    private ConcurrentNavigableMap<String, StoredGrant> users(String contractId) {
        return records.computeIfAbsent(contractId, absent -> new ConcurrentSkipListMap<>());
    }
}
