package me.digi.client.internal.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import me.digi.client.internal.io.HttpDate;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** The {@code Retry-After} of a response (RFC 9110, 10.2.3): seconds, or a date in any form. */
final class RetryAfter {
    private static final int MOST_DIGITS = 9;

    /** Who asks for longer asks for this. */
    private static final Duration LONGEST = Duration.ofSeconds(999_999_999);

    /** A year of two digits is at most 50 years in the future (RFC 9110, 5.6.7). */
    private static final int YEARS_IN_THE_PAST = 49;

    private RetryAfter() {}

    /** How long the server asks to wait, or null if it does not say, or not in words that have a meaning. */
    static @Nullable Duration of(Headers headers, Clock clock) {
        String value = OkHttpQuirks.retryAfter(headers);
        return value == null ? null : parse(value.trim(), clock);
    }

    private static @Nullable Duration parse(String value, Clock clock) {
        if (!value.isEmpty() && value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return value.length() > MOST_DIGITS ? LONGEST : Duration.ofSeconds(Long.parseLong(value));
        }
        Instant now = clock.instant();
        Instant date = HttpDate.parse(value, now.atOffset(ZoneOffset.UTC).getYear() - YEARS_IN_THE_PAST);
        if (date == null) {
            return null;
        }
        Duration wait = Duration.between(now, date);
        return wait.isNegative() ? Duration.ZERO : wait;
    }
}
