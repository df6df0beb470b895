package me.digi.client.auth;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import me.digi.client.internal.io.EpochTime;
import me.digi.client.internal.io.PartialJson;
import org.jspecify.annotations.Nullable;

/** The valid expiries of a token: whole seconds after 1970 and before the year 10000. */
final class TokenExpiry {
    private static final long YEAR_10000 = 253_402_300_800L;
    private static final long YEAR_10000_IN_MILLISECONDS = YEAR_10000 * 1000;

    private TokenExpiry() {}

    /** The expiry without its fraction of a second. */
    static Instant checked(String field, Instant expiry) {
        checked(field, expiry.getEpochSecond());
        return expiry.truncatedTo(ChronoUnit.SECONDS);
    }

    /** Reads an expiry in seconds or milliseconds since 1970; null, unknown, if it makes no sense. */
    static @Nullable Instant read(@Nullable Object stored) {
        return EpochTime.between(
                Instant.ofEpochSecond(1), PartialJson.number(stored), Instant.ofEpochSecond(YEAR_10000 - 1));
    }

    private static void checked(String field, long seconds) {
        if (seconds <= 0) {
            throw new IllegalArgumentException(field + " must be after 1970, in seconds: " + seconds);
        }
        if (seconds >= YEAR_10000) {
            String hint = seconds < YEAR_10000_IN_MILLISECONDS ? "; this looks like milliseconds" : "";
            throw new IllegalArgumentException(
                    field + " must be before the year 10000, in seconds since 1970: " + seconds + hint);
        }
    }
}
