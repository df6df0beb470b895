package me.digi.client.internal.oauth;

import java.time.Duration;
import java.time.Instant;
import me.digi.client.auth.UserAccessToken;
import org.jspecify.annotations.Nullable;

/** What token pairs tell: whose they are, and how long they are good. */
public final class Pairs {
    private static final Duration LONGEST_STALE = Duration.ofMinutes(5);
    private static final Duration LONGEST_ON_THE_WAY = Duration.ofSeconds(30);

    private Pairs() {}

    /** Whether both tokens are the same: a server may leave one of them as it is. */
    public static boolean areSame(UserAccessToken one, UserAccessToken other) {
        return one.refreshToken().value().equals(other.refreshToken().value())
                && one.accessToken().value().equals(other.accessToken().value());
    }

    /** Whether the ids of user or consent are on both sides, and different. */
    public static boolean areOfDifferentConsents(UserAccessToken one, UserAccessToken other) {
        return differ(one.userId(), other.userId()) || differ(one.consentId(), other.consentId());
    }

    /** Whether the ids tell that another user has consented; a user may consent anew. */
    public static boolean areOfDifferentUsers(UserAccessToken one, UserAccessToken other) {
        boolean isSameUser = one.userId() != null && one.userId().equals(other.userId());
        return !isSameUser && !areSame(one, other) && areOfDifferentConsents(one, other);
    }

    private static boolean differ(@Nullable String one, @Nullable String other) {
        return one != null && other != null && !one.equals(other);
    }

    /** Whether the access token is in the last tenth of its life, at most five minutes. */
    public static boolean isStale(UserAccessToken pair, Instant obtainedAt, Instant now) {
        return isInLast(10, LONGEST_STALE, pair, obtainedAt, now);
    }

    /** Whether the access token has expired, or may have when it arrives: the last part of its life, at most 30 s. */
    public static boolean isAsGoodAsExpired(UserAccessToken pair, Instant obtainedAt, Instant now) {
        return isInLast(20, LONGEST_ON_THE_WAY, pair, obtainedAt, now);
    }

    /** Whether the access token has expired, by that clock. */
    public static boolean hasExpired(UserAccessToken pair, Instant now) {
        Instant expiresAt = pair.accessToken().expiresAt();
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    private static boolean isInLast(
            int partOfLife, Duration longest, UserAccessToken pair, Instant obtainedAt, Instant now) {
        Instant expiresAt = pair.accessToken().expiresAt();
        if (expiresAt == null) {
            return false;
        }
        Duration part = Duration.between(obtainedAt, expiresAt).dividedBy(partOfLife);
        Duration left = Duration.between(now, expiresAt);
        return left.isNegative() || (left.compareTo(part) <= 0 && left.compareTo(longest) <= 0);
    }
}
