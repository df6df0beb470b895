package me.digi.client.sandbox.internal.state;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import me.digi.client.sandbox.IssuedPair.End;
import org.jspecify.annotations.Nullable;

/** Which user has consented to which contract, and the tokens issued for it: the newest 100 pairs of each consent. */
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

    /** The grants of a user. */
    public List<Grant> of(User user) {
        return List.copyOf(byUser.getOrDefault(user.id(), Map.of()).values());
    }

    public @Nullable Grant of(String userId, String contractId) {
        return byUser.getOrDefault(userId, Map.of()).get(contractId);
    }

    /** The user's grant for the contract: the existing one, or a new one without tokens. */
    public Grant open(User user, Contract contract) {
        changes.user(user);
        return ofUser(user)
                .computeIfAbsent(contract.id(), id -> new Grant(user, contract, "consent-" + random.next(12)));
    }

    /** A grant that was there before. */
    public Grant restore(User user, Contract contract, String consentId) {
        Grant grant = new Grant(user, contract, consentId);
        ofUser(user).put(contract.id(), grant);
        return grant;
    }

    /**
     * Issues a pair, which ends the old one. Expiries are whole seconds, as in the response.
     *
     * @param why what becomes of the old pair
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

    /** A pair that was there before, with what became of it. */
    public void restore(Grant grant, PastPair past) {
        Pair pair = new Pair(
                past.number(),
                token(IssuedToken.Kind.ACCESS, grant, past.access(), past.accessExpiresAt()),
                token(IssuedToken.Kind.REFRESH, grant, past.refresh(), past.refreshExpiresAt()),
                past.issuedAt());
        if (past.endedAt() != null && past.end() != null) {
            pair.end(past.endedAt(), past.end());
        }
        add(grant, pair);
    }

    /** The token of that value, whatever became of it; null if it is unknown. */
    public @Nullable IssuedToken token(String value) {
        return tokens.get(value);
    }

    /** Expires every access token, as time would. */
    public void expireAccessTokens(Instant now) {
        all().forEach(grant -> expireAccessToken(grant, now));
    }

    /** Expires the access token of a grant. */
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

    /** Ends the user's grants. */
    public void revoke(User user, Instant now) {
        of(user).forEach(grant -> revoke(grant, now));
    }

    /** Ends a grant. */
    public void revoke(Grant grant, Instant now) {
        grant.end(now, End.REVOKED);
        changes.user(grant.user());
    }

    /** Forgets a user who was deleted. */
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

    /** A pair as it was saved. */
    public record PastPair(
            int number,
            String access,
            Instant accessExpiresAt,
            String refresh,
            Instant refreshExpiresAt,
            Instant issuedAt,
            @Nullable Instant endedAt,
            @Nullable End end) {}
}
