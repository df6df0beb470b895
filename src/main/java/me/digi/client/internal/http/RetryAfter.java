package me.digi.client.internal.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import me.digi.client.internal.io.HttpDate;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** Parses {@code Retry-After} (RFC 9110, 10.2.3): seconds, or a date in any of its formats. */
final class RetryAfter {
    private static final int MAX_DIGITS = 9;

    /** The limit for longer values. */
    private static final Duration MAX = Duration.ofSeconds(999_999_999);

    /** Two-digit years are at most 50 years in the future (RFC 9110, 5.6.7). */
    private static final int YEARS_IN_THE_PAST = 49;

    private RetryAfter() {}

    /** Null if the header is missing or invalid. */
    static @Nullable Duration of(Headers headers, Clock clock) {
        String value = OkHttpQuirks.retryAfter(headers);
        return value == null ? null : parse(value.trim(), clock);
    }

    private static @Nullable Duration parse(String value, Clock clock) {
        if (!value.isEmpty() && value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return value.length() > MAX_DIGITS ? MAX : Duration.ofSeconds(Long.parseLong(value));
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
