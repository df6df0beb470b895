package me.digi.client.internal.oauth;

import java.time.Duration;
import java.time.Instant;
import me.digi.client.auth.UserAccessToken;
import org.jspecify.annotations.Nullable;

/** Compares token pairs by identity, user and expiry. */
public final class Pairs {
    private static final Duration MAX_STALE_TIME = Duration.ofMinutes(5);
    private static final Duration MAX_TRANSIT_TIME = Duration.ofSeconds(30);

    private Pairs() {}

    /** Compares both tokens, since a server may keep one of them. */
    public static boolean areSame(UserAccessToken one, UserAccessToken other) {
        return one.refreshToken().value().equals(other.refreshToken().value())
                && one.accessToken().value().equals(other.accessToken().value());
    }

    /** Whether user or consent ids are known on both sides and differ. */
    public static boolean areOfDifferentConsents(UserAccessToken one, UserAccessToken other) {
        return differ(one.userId(), other.userId()) || differ(one.consentId(), other.consentId());
    }

    /** Whether the ids show different users. A new consent of the same user is the same user. */
    public static boolean areOfDifferentUsers(UserAccessToken one, UserAccessToken other) {
        boolean isSameUser = one.userId() != null && one.userId().equals(other.userId());
        return !isSameUser && !areSame(one, other) && areOfDifferentConsents(one, other);
    }

    private static boolean differ(@Nullable String one, @Nullable String other) {
        return one != null && other != null && !one.equals(other);
    }

    /** Whether the access token is in the last 10 % of its life, at most five minutes. */
    public static boolean isStale(UserAccessToken pair, Instant obtainedAt, Instant now) {
        return isInLast(10, MAX_STALE_TIME, pair, obtainedAt, now);
    }

    /** Whether the access token has expired or may expire on the way: the last 5 % of its life, at most 30 s. */
    public static boolean isAsGoodAsExpired(UserAccessToken pair, Instant obtainedAt, Instant now) {
        return isInLast(20, MAX_TRANSIT_TIME, pair, obtainedAt, now);
    }

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
