package me.digi.client.sandbox.internal.state;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
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
    private final Map<Key, Grant> grants = new LinkedHashMap<>();
    private final Map<String, IssuedToken> tokens = new HashMap<>();

    Grants(RandomText random, Changes changes) {
        this.random = random;
        this.changes = changes;
    }

    public Collection<Grant> all() {
        return grants.values();
    }

    /** The grants of a user. */
    public List<Grant> of(User user) {
        return grants.values().stream().filter(grant -> grant.user() == user).toList();
    }

    public @Nullable Grant of(String userId, String contractId) {
        return grants.get(new Key(userId, contractId));
    }

    /** The user's grant for the contract: the existing one, or a new one without tokens. */
    public Grant open(User user, Contract contract) {
        changes.user(user);
        return grants.computeIfAbsent(
                new Key(user.id(), contract.id()), key -> new Grant(user, contract, "consent-" + random.next(12)));
    }

    /** A grant that was there before. */
    public Grant restore(User user, Contract contract, String consentId) {
        Grant grant = new Grant(user, contract, consentId);
        grants.put(new Key(user.id(), contract.id()), grant);
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
        grants.values().forEach(grant -> expireAccessToken(grant, now));
    }

    /** Expires the access token of a grant. */
    public void expireAccessToken(Grant grant, Instant now) {
        Pair pair = grant.pair();
        if (pair != null && !pair.access().isExpired(now)) {
            pair.access().expire(now);
            changes.user(grant.user());
        }
    }

    /** Ends the user's grants. */
    public void revoke(User user, Instant now) {
        of(user).forEach(grant -> grant.end(now, End.REVOKED));
        changes.user(user);
    }

    /** Forgets a user who was deleted. */
    public void forget(User user) {
        for (Grant grant : of(user)) {
            grants.remove(new Key(user.id(), grant.contract().id()));
            grant.pairs().forEach(this::forget);
        }
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

    private record Key(String userId, String contractId) {}
}
