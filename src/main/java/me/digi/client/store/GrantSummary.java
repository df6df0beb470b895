package me.digi.client.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When a grant was last refreshed and whether its token pair works, readable without decrypting the record. Contains no
 * secrets and is stored in plain text. Derived from the record's content, which remains authoritative.
 *
 * @param refreshedAt when the pair came from digi.me or was taken over, in whole milliseconds; null if unknown
 * @param refreshTokenExpiresAt as received from digi.me, in whole milliseconds; null if unknown
 */
public record GrantSummary(
        State state,
        @Nullable Instant refreshedAt,
        @Nullable Instant refreshTokenExpiresAt) {
    private static final GrantSummary UNKNOWN = new GrantSummary(State.UNKNOWN, null, null);
    /** The assumed life of a refresh token of unknown expiry. */
    private static final Duration UNKNOWN_LIFE = Duration.ofDays(90);

    private static final int PART_OF_LIFE = 3;

    /** Whether the token pair works, as far as known. */
    public enum State {
        /** The pair works: the access token is valid, or the refresh token replaces it. */
        ACTIVE,
        /** A client started to refresh the pair. */
        REFRESHING,
        /** A refresh or sign-in has no verifiable response; the user's next call retries. */
        IN_DOUBT,
        /** digi.me refused the refresh token: the user has to consent again. */
        REAUTHORIZE,
        /** The record was written by an earlier version or by other software. */
        UNKNOWN
    }

    public GrantSummary {
        Objects.requireNonNull(state, "state");
        refreshedAt = refreshedAt == null ? null : Instant.ofEpochMilli(refreshedAt.toEpochMilli());
        refreshTokenExpiresAt =
                refreshTokenExpiresAt == null ? null : Instant.ofEpochMilli(refreshTokenExpiresAt.toEpochMilli());
    }

    public static GrantSummary unknown() {
        return UNKNOWN;
    }

    /**
     * Whether to refresh the pair to keep the grant alive: more than a third of the refresh token's life has passed
     * (30 days if the expiry is unknown), or its age is unknown. Never due: a pair that digi.me refuses, or that is
     * in doubt or being refreshed.
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

    /** From the three stored parts; a state of a later version is unknown. */
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

    /** Milliseconds since 1970. */
    @Nullable
    Long refreshedAtMillis() {
        return refreshedAt == null ? null : refreshedAt.toEpochMilli();
    }

    /** Milliseconds since 1970. */
    @Nullable
    Long refreshTokenExpiresAtMillis() {
        return refreshTokenExpiresAt == null ? null : refreshTokenExpiresAt.toEpochMilli();
    }
}
