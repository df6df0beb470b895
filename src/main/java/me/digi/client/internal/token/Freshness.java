package me.digi.client.internal.token;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far an access token is through its life, which decides whether a call uses it, renews it, or both. */
enum Freshness {
    /** To be used as it is. */
    FRESH,

    /** To be used, while a new pair is fetched in the background. */
    STALE,

    /** Expired, or so near to it that it may have expired when it arrives: a new pair first. */
    EXPIRED;

    private static final Duration LONGEST_STALE = Duration.ofMinutes(5);
    private static final Duration LONGEST_ON_THE_WAY = Duration.ofSeconds(30);

    /** The last tenth of the life, at most five minutes, is stale; its last part, at most half a minute, expired. */
    static Freshness of(Instant obtainedAt, @Nullable Instant expiresAt, Instant now) {
        if (expiresAt == null) {
            return FRESH;
        }
        Duration life = Duration.between(obtainedAt, expiresAt);
        Duration left = Duration.between(now, expiresAt);
        Duration stale = shorter(LONGEST_STALE, life.dividedBy(10));
        Duration onTheWay = shorter(LONGEST_ON_THE_WAY, life.dividedBy(20));
        if (left.isNegative() || left.compareTo(onTheWay) <= 0) {
            return EXPIRED;
        }
        return left.compareTo(stale) <= 0 ? STALE : FRESH;
    }

    /** Whether this expiry is known to be earlier than that. */
    static boolean isEarlier(@Nullable Instant expiry, @Nullable Instant other) {
        return expiry != null && other != null && expiry.isBefore(other);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
