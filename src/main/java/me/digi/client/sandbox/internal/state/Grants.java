package me.digi.client.sandbox.internal.state;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who has let which contract have data, and every token that was ever issued for it. */
public final class Grants {
    private final RandomText random;
    private final Map<Key, Grant> grants = new LinkedHashMap<>();
    private final Map<String, IssuedToken> tokens = new HashMap<>();

    Grants(RandomText random) {
        this.random = random;
    }

    public Collection<Grant> all() {
        return grants.values();
    }

    public @Nullable Grant of(String userId, String contractId) {
        return grants.get(new Key(userId, contractId));
    }

    /** The user's grant for the contract: the one there is, or a new one without tokens. */
    public Grant open(User user, Contract contract) {
        return grants.computeIfAbsent(
                new Key(user.id(), contract.id()), key -> new Grant(user, contract, "consent-" + random.next(12)));
    }

    /** A new pair, with which the old one is dead. Expiries are whole seconds, as the response has them. */
    public Grant.Pair issue(Grant grant, Instant now, Lifetimes lifetimes) {
        Grant.Pair pair = new Grant.Pair(
                token(IssuedToken.Kind.ACCESS, grant, now.plus(lifetimes.access())),
                token(IssuedToken.Kind.REFRESH, grant, now.plus(lifetimes.refresh())));
        grant.replace(pair);
        return pair;
    }

    /** The token of that value, whatever became of it, or null if none was ever issued. */
    public @Nullable IssuedToken token(String value) {
        return tokens.get(value);
    }

    /** Ends the life of every access token, as time would. */
    public void expireAccessTokens(Instant now) {
        for (Grant grant : grants.values()) {
            Grant.Pair pair = grant.pair();
            if (pair != null && !pair.access().isExpired(now)) {
                pair.access().expire(now);
            }
        }
    }

    /** Ends the user's grants. */
    public void revoke(String userId) {
        grants.values().stream()
                .filter(grant -> grant.user().id().equals(userId))
                .forEach(Grant::revoke);
    }

    private IssuedToken token(IssuedToken.Kind kind, Grant grant, Instant expiresAt) {
        IssuedToken token = new IssuedToken(random.next(36), kind, grant, expiresAt.truncatedTo(ChronoUnit.SECONDS));
        tokens.put(token.value(), token);
        return token;
    }

    private record Key(String userId, String contractId) {}
}
