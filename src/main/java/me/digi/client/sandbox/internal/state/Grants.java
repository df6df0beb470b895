package me.digi.client.sandbox.internal.state;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import me.digi.client.sandbox.IssuedPair;
import me.digi.client.sandbox.IssuedPair.End;
import me.digi.client.sandbox.TokenPair;
import org.jspecify.annotations.Nullable;

/** The consents of users to contracts, each with its newest 100 token pairs. */
public final class Grants {
    private static final int PAIRS = 100;

    private final RandomText random;
    private final Changes changes;
    private final Map<String, Map<String, Grant>> byUser = new LinkedHashMap<>();
    private final Map<String, IssuedToken> tokens = new HashMap<>();

    Grants(RandomText random, Changes changes) {
        this.random = random;
        this.changes = changes;
    }

    public List<Grant> all() {
        return byUser.values().stream()
                .flatMap(ofUser -> ofUser.values().stream())
                .toList();
    }

    public List<Grant> of(User user) {
        return List.copyOf(byUser.getOrDefault(user.id(), Map.of()).values());
    }

    public @Nullable Grant of(String userId, String contractId) {
        return byUser.getOrDefault(userId, Map.of()).get(contractId);
    }

    /** Returns the user's grant under a contract, and creates it without tokens if it does not exist. */
    public Grant open(User user, Contract contract) {
        changes.user(user);
        return ofUser(user)
                .computeIfAbsent(contract.id(), id -> new Grant(user, contract, "consent-" + random.next(12)));
    }

    /** Restores a saved grant, without its pairs. */
    public Grant restore(User user, Contract contract, String consentId) {
        Grant grant = new Grant(user, contract, consentId);
        ofUser(user).put(contract.id(), grant);
        return grant;
    }

    /**
     * Issues a pair, which ends the old one. Expiries are whole seconds, as in the response.
     *
     * @param why the old pair ended
     */
    public Pair issue(Grant grant, Instant now, Lifetimes lifetimes, End why) {
        grant.end(now, why);
        Pair pair = new Pair(
                grant.issued() + 1,
                token(IssuedToken.Kind.ACCESS, grant, random.next(36), now.plus(lifetimes.access())),
                token(IssuedToken.Kind.REFRESH, grant, random.next(36), now.plus(lifetimes.refresh())),
                now);
        add(grant, pair);
        changes.user(grant.user());
        return pair;
    }

    /** Restores a saved pair. */
    public void restore(Grant grant, IssuedPair saved) {
        TokenPair tokens = saved.tokens();
        Pair pair = new Pair(
                tokens.number(),
                token(IssuedToken.Kind.ACCESS, grant, tokens.accessToken(), tokens.accessExpiresAt()),
                token(IssuedToken.Kind.REFRESH, grant, tokens.refreshToken(), tokens.refreshExpiresAt()),
                saved.issuedAt());
        if (saved.endedAt() != null && saved.end() != null) {
            pair.end(saved.endedAt(), saved.end());
        }
        add(grant, pair);
    }

    /** Returns a token by its value, live or not; null if it is unknown. */
    public @Nullable IssuedToken token(String value) {
        return tokens.get(value);
    }

    /** Expires all access tokens. */
    public void expireAccessTokens(Instant now) {
        all().forEach(grant -> expireAccessToken(grant, now));
    }

    public void expireAccessToken(Grant grant, Instant now) {
        Pair pair = grant.pair();
        if (pair != null && !pair.access().isExpired(now)) {
            pair.access().expire(now);
            changes.user(grant.user());
        }
    }

    /** Expires both tokens of a grant. */
    public void expireTokens(Grant grant, Instant now) {
        expireAccessToken(grant, now);
        Pair pair = grant.pair();
        if (pair != null && !pair.refresh().isExpired(now)) {
            pair.refresh().expire(now);
            changes.user(grant.user());
        }
    }

    /** Revokes all grants of a user. */
    public void revoke(User user, Instant now) {
        of(user).forEach(grant -> revoke(grant, now));
    }

    public void revoke(Grant grant, Instant now) {
        grant.end(now, End.REVOKED);
        changes.user(grant.user());
    }

    /** Removes the grants of a deleted user. */
    public void forget(User user) {
        of(user).forEach(grant -> grant.pairs().forEach(this::forget));
        byUser.remove(user.id());
    }

    private Map<String, Grant> ofUser(User user) {
        return byUser.computeIfAbsent(user.id(), id -> new LinkedHashMap<>());
    }

    private void add(Grant grant, Pair pair) {
        grant.add(pair);
        Pair tooOld = grant.beyond(PAIRS);
        if (tooOld != null) {
            forget(tooOld);
        }
    }

    private void forget(Pair pair) {
        tokens.remove(pair.access().value());
        tokens.remove(pair.refresh().value());
    }

    private IssuedToken token(IssuedToken.Kind kind, Grant grant, String value, Instant expiresAt) {
        IssuedToken token = new IssuedToken(value, kind, grant, expiresAt.truncatedTo(ChronoUnit.SECONDS));
        tokens.put(token.value(), token);
        return token;
    }
}
