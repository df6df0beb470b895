package me.digi.client.internal.http;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import okhttp3.Headers;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** The {@code Retry-After} of an answer (RFC 9110, 10.2.3): seconds, or a date. */
final class RetryAfter {
    private static final String HEADER = "Retry-After";

    /** OkHttp sends a request again by itself, with the same JWT, when a 503 says {@code Retry-After: 0}. */
    private static final String HIDDEN_HEADER = "X-Hidden-Retry-After";

    private static final int SERVICE_UNAVAILABLE = 503;

    private RetryAfter() {}

    /** How long the server asks to wait, or null if it does not say, or not in words that have a meaning. */
    static @Nullable Duration of(Headers headers, Clock clock) {
        String shown = headers.get(HEADER);
        String value = shown != null ? shown : headers.get(HIDDEN_HEADER);
        return value == null ? null : parse(value.trim(), clock);
    }

    /** The same answer, its wish kept from OkHttp's own retrying, which knows no limit and no fresh nonce. */
    static Response hideFromOkHttp(Response response) {
        String value = response.header(HEADER);
        if (value == null || response.code() != SERVICE_UNAVAILABLE) {
            return response;
        }
        return response.newBuilder()
                .removeHeader(HEADER)
                .header(HIDDEN_HEADER, value)
                .build();
    }

    private static @Nullable Duration parse(String value, Clock clock) {
        if (!value.isEmpty() && value.length() <= 9 && value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Duration.ofSeconds(Long.parseLong(value));
        }
        try {
            Instant date = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value));
            Duration wait = Duration.between(clock.instant(), date);
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (DateTimeException notADate) {
            return null;
        }
    }
}
