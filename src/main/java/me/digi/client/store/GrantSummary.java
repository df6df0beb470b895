package me.digi.client.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a store shows of a grant without opening its record: when it was last refreshed, and whether its token pair works. It
 * contains no secret, is stored in plain text, and follows from the record's content, which alone decides what is done.
 *
 * @param state whether the token pair works, as far as is known
 * @param refreshedAt when the token pair came from digi.me or was taken over, in whole milliseconds; null if unknown
 * @param refreshTokenExpiresAt when the refresh token expires, as digi.me said, in whole milliseconds; null if unknown
 */
public record GrantSummary(
        State state,
        @Nullable Instant refreshedAt,
        @Nullable Instant refreshTokenExpiresAt) {
    private static final GrantSummary UNKNOWN = new GrantSummary(State.UNKNOWN, null, null);
    /** The life of a refresh token whose expiry digi.me does not tell. */
    private static final Duration UNKNOWN_LIFE = Duration.ofDays(90);

    private static final int PART_OF_LIFE = 3;

    /** Whether a grant's token pair works. */
    public enum State {
        /** The pair works: the access token is valid, or the refresh token replaces it. */
        ACTIVE,
        /** A client has begun to refresh the pair. */
        REFRESHING,
        /** A refresh or sign-in has no response that can be verified; the user's next call tries again. */
        IN_DOUBT,
        /** digi.me refused the refresh token: the user has to consent again. */
        REAUTHORIZE,
        /** Nobody said: the record was written by an earlier version, or by something else than this library. */
        UNKNOWN
    }

    /** Cuts the times to whole milliseconds. */
    public GrantSummary {
        Objects.requireNonNull(state, "state");
        refreshedAt = refreshedAt == null ? null : Instant.ofEpochMilli(refreshedAt.toEpochMilli());
        refreshTokenExpiresAt =
                refreshTokenExpiresAt == null ? null : Instant.ofEpochMilli(refreshTokenExpiresAt.toEpochMilli());
    }

    /** The summary of a grant of which nothing is known. */
    public static GrantSummary unknown() {
        return UNKNOWN;
    }

    /**
     * Whether the pair is to be refreshed so that the grant stays alive: more than a third of the refresh token's life has
     * passed since it came (30 days if the expiry is unknown), or nobody knows when it came. A pair that is dead, in doubt
     * or being refreshed is never due.
     */
    public boolean isDue(Instant now) {
        boolean isCandidate = state == State.ACTIVE || state == State.UNKNOWN;
        return isCandidate
                && (refreshedAt == null
                        || Duration.between(refreshedAt, now)
                                        .compareTo(life(refreshedAt).dividedBy(PART_OF_LIFE))
                                > 0);
    }

    private Duration life(Instant from) {
        boolean isKnown = refreshTokenExpiresAt != null && refreshTokenExpiresAt.isAfter(from);
        return isKnown ? Duration.between(from, refreshTokenExpiresAt) : UNKNOWN_LIFE;
    }

    /** The summary that was stored in three parts; a state of a later version is unknown. */
    static GrantSummary stored(
            @Nullable String state, @Nullable Long refreshedAt, @Nullable Long refreshTokenExpiresAt) {
        return new GrantSummary(stateOf(state), instant(refreshedAt), instant(refreshTokenExpiresAt));
    }

    private static State stateOf(@Nullable String stored) {
        for (State state : State.values()) {
            if (state.name().equals(stored)) {
                return state;
            }
        }
        return State.UNKNOWN;
    }

    private static @Nullable Instant instant(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    /** Milliseconds since 1970, as stored. */
    @Nullable
    Long refreshedAtMillis() {
        return refreshedAt == null ? null : refreshedAt.toEpochMilli();
    }

    /** Milliseconds since 1970, as stored. */
    @Nullable
    Long refreshTokenExpiresAtMillis() {
        return refreshTokenExpiresAt == null ? null : refreshTokenExpiresAt.toEpochMilli();
    }
}
