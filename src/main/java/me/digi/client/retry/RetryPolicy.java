package me.digi.client.retry;

import java.time.Duration;
import java.util.Set;
import me.digi.client.internal.io.TransientStatuses;
import me.digi.client.internal.io.ValueStyle;
import org.immutables.value.Value;

/**
 * How often, and with what pauses, a call is tried again that failed in a way that may pass, and a file that is cut off. What
 * is safe to repeat is not a matter of policy: a request that the service may have acted on is sent again only if that does no
 * harm.
 *
 * <pre>{@code
 * RetryPolicy patient = RetryPolicy.builder().limit(5).maxDelay(Duration.ofMinutes(1)).build();
 * }</pre>
 */
@Value.Immutable
@ValueStyle
public abstract class RetryPolicy {
    RetryPolicy() {}

    /** Two more tries, half a second and a second later, give or take. */
    public static RetryPolicy defaults() {
        return builder().build();
    }

    /**
     * One try and no other, also for files that are cut off; but a call that only reads, and that was sent on a kept
     * connection which turned out to be gone, is sent on a new one.
     */
    public static RetryPolicy none() {
        return builder().limit(0).build();
    }

    /** A policy whose parts are the defaults' until they are set. */
    public static Builder builder() {
        return new Builder();
    }

    /** How many more tries there are after the first; 2 unless set. */
    @Value.Default
    public int limit() {
        return 2;
    }

    /**
     * The HTTP statuses that are tried again; 408 429 500 502 503 504 521 522 524 unless set, those that
     * {@code ApiException.isRetryable()} is true for without {@code Retry-After}. Adding one starts a set of its own.
     */
    @Value.Default
    public Set<Integer> statuses() {
        return TransientStatuses.ALL;
    }

    /** The pause before the first retry; each one after it is twice as long. 500 ms unless set. */
    @Value.Default
    public Duration baseDelay() {
        return Duration.ofMillis(500);
    }

    /** The longest pause; 10 s unless set. */
    @Value.Default
    public Duration maxDelay() {
        return Duration.ofSeconds(10);
    }

    /** How much of a pause chance may take away, from 0 to 1, so that clients do not return all at once. 0.5 unless set. */
    @Value.Default
    public double jitter() {
        return 0.5;
    }

    /** The longest {@code Retry-After} that is waited for; one beyond it ends the call. 30 s unless set. */
    @Value.Default
    public Duration maxRetryAfter() {
        return Duration.ofSeconds(30);
    }

    /**
     * How long to pause before a retry: {@code baseDelay} doubled for each retry before it, at most {@code maxDelay},
     * less as much of the {@code jitter} as chance says.
     *
     * @param attempt which retry, from 1
     * @param random chance, from 0 (the whole pause) to 1 (all of the jitter taken away)
     */
    public final Duration delay(int attempt, double random) {
        if (attempt < 1) {
            throw new IllegalArgumentException("attempt must be 1 or more: " + attempt);
        }
        if (!(random >= 0 && random <= 1)) {
            throw new IllegalArgumentException("random must be from 0 to 1: " + random);
        }
        double doubled = baseDelay().toMillis() * Math.pow(2, attempt - 1);
        double longest = Math.min(doubled, (double) maxDelay().toMillis());
        return Duration.ofMillis(Math.round(longest * (1 - jitter() * random)));
    }

    @Value.Check
    void check() {
        if (limit() < 0) {
            throw new IllegalArgumentException("limit must be 0 or more: " + limit());
        }
        for (int status : statuses()) {
            if (status < 400 || status > 599) {
                throw new IllegalArgumentException("statuses must be from 400 to 599: " + status);
            }
        }
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
