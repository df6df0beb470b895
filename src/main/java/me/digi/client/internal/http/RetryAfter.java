package me.digi.client.internal.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import me.digi.client.internal.values.HttpDate;
import okhttp3.Headers;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** The {@code Retry-After} of a response (RFC 9110, 10.2.3): seconds, or a date in any form. */
final class RetryAfter {
    private static final String HEADER = "Retry-After";

    /** Where the server's own wish is while OkHttp sees another. */
    private static final String HIDDEN_HEADER = "X-Hidden-Retry-After";

    /** OkHttp leaves alone whoever asks for a pause. */
    private static final String SOME_PAUSE = "1";

    private static final int MOST_DIGITS = 9;

    /** Who asks for longer asks for this. */
    private static final Duration LONGEST = Duration.ofSeconds(999_999_999);

    /** A year of two digits is at most 50 years in the future (RFC 9110, 5.6.7). */
    private static final int YEARS_IN_THE_PAST = 49;

    private RetryAfter() {}

    /** How long the server asks to wait, or null if it does not say, or not in words that have a meaning. */
    static @Nullable Duration of(Headers headers, Clock clock) {
        String hidden = headers.get(HIDDEN_HEADER);
        String value = hidden != null ? hidden : headers.get(HEADER);
        return value == null ? null : parse(value.trim(), clock);
    }

    /**
     * The same response, its wish kept from OkHttp, which sends by itself again after a 408, and after a 503 that says
     * {@code Retry-After: 0}: it knows nothing of the application's limit.
     */
    static Response hideFromOkHttp(Response response) {
        if (response.code() != 408 && response.code() != 503) {
            return response;
        }
        String wish = response.header(HEADER);
        return response.newBuilder()
                .header(HEADER, SOME_PAUSE)
                .header(HIDDEN_HEADER, wish == null ? "" : wish)
                .build();
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
