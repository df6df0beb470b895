package me.digi.client.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import me.digi.client.store.GrantKey;
import me.digi.client.store.StoredGrant;
import me.digi.client.store.TokenStore;
import org.jspecify.annotations.Nullable;

/** Checks one rule on a store, with its own grants, which are deleted at the end. */
final class TokenStoreCheck implements AutoCloseable {
    final TokenStore store;
    final TokenStore other;
    private final String rule;
    private final String contractId = "token-store-contract-" + UUID.randomUUID();
    private final List<GrantKey> grants = new ArrayList<>();

    TokenStoreCheck(String rule, TokenStore store, TokenStore other) {
        this.rule = rule;
        this.store = store;
        this.other = other;
    }

    String contractId() {
        return contractId;
    }

    GrantKey grant() {
        return grant("user");
    }

    GrantKey grant(String userKey) {
        return grant(contractId, userKey);
    }

    GrantKey grantOfOtherContract(String suffix, String userKey) {
        return grant(contractId + suffix, userKey);
    }

    private GrantKey grant(String contract, String userKey) {
        GrantKey grant = new GrantKey(contract, userKey);
        grants.add(grant);
        return grant;
    }

    /** Stores a first record of version 7, since any version may be the first. */
    StoredGrant first(GrantKey grant) {
        StoredGrant first = new StoredGrant(7, "{\"first\":true}");
        mustWrite(grant, 0, first);
        return first;
    }

    void mustWrite(GrantKey grant, long expectedVersion, StoredGrant next) {
        require(
                store.compareAndSet(grant, expectedVersion, next),
                "compareAndSet over version " + expectedVersion + " returned false, although that is the newest");
    }

    void mustReject(GrantKey grant, long expectedVersion, StoredGrant next, String because) {
        require(
                !store.compareAndSet(grant, expectedVersion, next),
                "compareAndSet over version " + expectedVersion + " returned true, although " + because);
    }

    /** Both instances must return exactly this. */
    void mustHold(GrantKey grant, @Nullable StoredGrant expected) {
        mustHold("the store that wrote", store.load(grant), expected);
        mustHold("the other instance", other.load(grant), expected);
    }

    private void mustHold(String who, @Nullable StoredGrant found, @Nullable StoredGrant expected) {
        boolean sameVersion = found != null && expected != null && found.version() == expected.version();
        require(
                Objects.equals(found, expected),
                who + " loads " + shown(found) + " instead of " + shown(expected)
                        + (sameVersion ? " as it was written: the content differs" : ""));
    }

    StoredGrant mustLoad(TokenStore from, GrantKey grant) {
        StoredGrant found = from.load(grant);
        if (found == null) {
            throw new AssertionError(rule + ": a stored record loads as null");
        }
        return found;
    }

    void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(rule + ": " + otherwise);
        }
    }

    private static String shown(@Nullable StoredGrant stored) {
        return stored == null ? "nothing" : "version " + stored.version();
    }

    @Override
    public void close() {
        grants.forEach(store::delete);
    }
}
