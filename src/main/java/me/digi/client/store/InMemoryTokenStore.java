package me.digi.client.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import me.digi.client.internal.io.Require;
import org.jspecify.annotations.Nullable;

/**
 * Keeps grants for as long as the process runs. Clients of one process share it when they are given the same one. When the
 * process ends, the newest pair of each user is lost, and with it the grant, unless the application keeps it elsewhere.
 */
public final class InMemoryTokenStore implements TokenStore {
    /** By contract, and then by user. */
    private final ConcurrentMap<String, ConcurrentNavigableMap<String, StoredGrant>> records =
            new ConcurrentHashMap<>();

    /** An empty store. */
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

    /** Lists users in the order of their keys' characters. */
    @Override
    public List<StoredUser> list(String contractId, @Nullable String after, int limit) {
        Require.id("limit", limit);
        ConcurrentNavigableMap<String, StoredGrant> users = users(contractId);
        List<StoredUser> page = new ArrayList<>();
        for (Map.Entry<String, StoredGrant> user : (after == null ? users : users.tailMap(after, false)).entrySet()) {
            GrantKey grant = new GrantKey(contractId, user.getKey());
            page.add(new StoredUser(
                    grant, user.getValue().version(), user.getValue().summary()));
            if (page.size() == limit) {
                break;
            }
        }
        return page;
    }

    private ConcurrentNavigableMap<String, StoredGrant> users(String contractId) {
        return records.computeIfAbsent(contractId, absent -> new ConcurrentSkipListMap<>());
    }
}
