package me.digi.client.retry;

import java.time.Duration;
import java.util.Set;
import me.digi.client.internal.io.Require;
import me.digi.client.internal.io.ValueStyle;
import org.immutables.value.Value;

/**
 * How often, and with what pauses, transient failures and truncated files are retried. No policy repeats a request
 * that digi.me may have acted on unless that is harmless.
 *
 * <pre>{@code
 * RetryPolicy patient = RetryPolicy.builder().limit(5).maxDelay(Duration.ofMinutes(1)).build();
 * }</pre>
 */
@Value.Immutable
@ValueStyle
public abstract class RetryPolicy {
    RetryPolicy() {}

    /** Two retries, after up to 0.5 and 1 seconds. */
    public static RetryPolicy defaults() {
        return builder().build();
    }

    /**
     * No retries, truncated files included; but a read sent on a stale pooled connection is sent again on a new one.
     */
    public static RetryPolicy none() {
        return builder().limit(0).build();
    }

    /** A builder that starts from the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** The number of retries after the first attempt. Default: 2. */
    @Value.Default
    public int limit() {
        return 2;
    }

    /**
     * The HTTP statuses to retry. Default: 408 429 500 502 503 504 521 522 524, those for which
     * {@code ApiException.isRetryable()} is true without {@code Retry-After}. Adding one replaces the default set.
     */
    @Value.Default
    public Set<Integer> statuses() {
        return Set.of(408, 429, 500, 502, 503, 504, 521, 522, 524);
    }

    /** The pause before the first retry; doubled for each further one. Default: 500 ms. */
    @Value.Default
    public Duration baseDelay() {
        return Duration.ofMillis(500);
    }

    /** The longest pause. Default: 10 s. */
    @Value.Default
    public Duration maxDelay() {
        return Duration.ofSeconds(10);
    }

    /** The largest random cut of a pause, from 0 to 1, so that clients do not retry in step. Default: 0.5. */
    @Value.Default
    public double jitter() {
        return 0.5;
    }

    /** The longest {@code Retry-After} to wait for; a longer one ends the call. Default: 30 s. */
    @Value.Default
    public Duration maxRetryAfter() {
        return Duration.ofSeconds(30);
    }

    /**
     * The pause before a retry: {@code baseDelay} doubled for each earlier retry, at most {@code maxDelay}, minus
     * random {@code jitter}.
     *
     * @param attempt the retry, from 1
     * @param random from 0 (the whole pause) to 1 (minus all of the jitter)
     */
    public final Duration delay(int attempt, double random) {
        Require.range("attempt", attempt, 1, Long.MAX_VALUE);
        if (!(random >= 0 && random <= 1)) {
            throw new IllegalArgumentException("random must be from 0 to 1: " + random);
        }
        double doubled = baseDelay().toMillis() * Math.pow(2, attempt - 1);
        double longest = Math.min(doubled, (double) maxDelay().toMillis());
        return Duration.ofMillis(Math.round(longest * (1 - jitter() * random)));
    }

    @Value.Check
    void check() {
        Require.range("limit", limit(), 0, Long.MAX_VALUE);
        statuses().forEach(status -> Require.range("statuses", status, 400, 599));
        if (!(jitter() >= 0 && jitter() <= 1)) {
            throw new IllegalArgumentException("jitter must be from 0 to 1: " + jitter());
        }
        checkDelay("baseDelay", baseDelay());
        checkDelay("maxDelay", maxDelay());
        checkDelay("maxRetryAfter", maxRetryAfter());
        if (baseDelay().compareTo(maxDelay()) > 0) {
            throw new IllegalArgumentException(
                    "baseDelay must not be longer than maxDelay: " + baseDelay() + " > " + maxDelay());
        }
    }

    private static void checkDelay(String field, Duration delay) {
        if (delay.isNegative() || delay.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException(field + " must be from 0 to one day: " + delay);
        }
    }

    /** Builds a {@link RetryPolicy}. */
    public static final class Builder extends ImmutableRetryPolicy.Builder {
        Builder() {}
    }
}
