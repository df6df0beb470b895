package me.digi.client.internal.token;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import me.digi.client.auth.UserAccessToken;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a grant, as one value: what is stored, and what every caller sees.
 *
 * @param token the newest pair
 * @param obtainedAt when this pair came, which tells how long it was made to live
 * @param attempt the refresh of this pair that is under way or in doubt, if any
 * @param refusal the server's last word on this pair, if it was that the pair is dead
 * @param superseded fingerprints of the pairs before this one, the newest last
 */
record GrantState(
        UserAccessToken token,
        Instant obtainedAt,
        @Nullable RefreshAttempt attempt,
        @Nullable Refusal refusal,
        List<String> superseded) {
    /** Enough to recognise a token that an application kept through a holiday. */
    private static final int MOST_SUPERSEDED = 32;

    GrantState {
        superseded = List.copyOf(superseded);
    }

    /** A grant whose pair has just come, and which has no past. */
    static GrantState first(UserAccessToken token, Instant now) {
        return new GrantState(token, now, null, null, List.of());
    }

    /** With a refresh that starts, goes on, or leaves doubt. */
    GrantState withAttempt(@Nullable RefreshAttempt next) {
        return new GrantState(token, obtainedAt, next, refusal, superseded);
    }

    /** With an answer of the server's that says this pair was renewed: it was refused, if it was, because of that. */
    GrantState answered(RefreshAttempt unread) {
        return new GrantState(token, obtainedAt, unread, null, superseded);
    }

    /** With the server's word that this pair is dead. */
    GrantState refused(Refusal word, @Nullable RefreshAttempt doubt) {
        return new GrantState(token, obtainedAt, doubt, word, superseded);
    }

    /** With a new pair, which makes the present one worthless. */
    GrantState succeededBy(UserAccessToken next, Instant now) {
        List<String> past = new ArrayList<>(superseded);
        past.add(Fingerprint.of(token));
        int surplus = Math.max(0, past.size() - MOST_SUPERSEDED);
        return new GrantState(next, now, null, null, past.subList(surplus, past.size()));
    }

    /** Whether the pair is the present one: both of its tokens, as a server may leave one of them as it is. */
    boolean holds(UserAccessToken pair) {
        return token.refreshToken().value().equals(pair.refreshToken().value())
                && token.accessToken().value().equals(pair.accessToken().value());
    }

    /** Whether the pair is known to have been replaced. */
    boolean hasSuperseded(UserAccessToken pair) {
        return !holds(pair) && superseded.contains(Fingerprint.of(pair));
    }

    /** Whether this pair came later: it has replaced that one or, where neither is known of the other, it lives longer. */
    boolean comesAfter(GrantState other) {
        if (holds(other.token) || other.hasSuperseded(token)) {
            return false;
        }
        return hasSuperseded(other.token)
                || Freshness.isEarlier(
                        other.token.accessToken().expiresAt(),
                        token.accessToken().expiresAt());
    }

    Freshness freshness(Instant now) {
        return Freshness.of(obtainedAt, token.accessToken().expiresAt(), now);
    }
}
