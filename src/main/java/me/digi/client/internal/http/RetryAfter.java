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

    /** Where the server's own wish is while OkHttp sees another. */
    private static final String HIDDEN_HEADER = "X-Hidden-Retry-After";

    /** OkHttp leaves alone whoever asks for a pause. */
    private static final String SOME_PAUSE = "1";

    private RetryAfter() {}

    /** How long the server asks to wait, or null if it does not say, or not in words that have a meaning. */
    static @Nullable Duration of(Headers headers, Clock clock) {
        String hidden = headers.get(HIDDEN_HEADER);
        String value = hidden != null ? hidden : headers.get(HEADER);
        return value == null ? null : parse(value.trim(), clock);
    }

    /**
     * The same answer, its wish kept from OkHttp, which sends by itself again after a 408, and after a 503 that says
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
