package me.digi.client.internal.http;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import me.digi.client.error.NetworkException;
import me.digi.client.retry.RetryPolicy;

/** How often to retry, and the delays, by the application's {@link RetryPolicy}. */
public record Backoff(RetryPolicy policy, DoubleSupplier random, Lifetime lifetime) {
    /** Allows no retries. */
    public Backoff none() {
        return new Backoff(RetryPolicy.none(), random, lifetime);
    }

    /** Whether the retry with this number, from 1, is allowed. */
    public boolean allows(int retry) {
        return retry <= policy.limit();
    }

    Duration delay(int retry) {
        return policy.delay(retry, random.getAsDouble());
    }

    /**
     * Sleeps before a retry.
     *
     * @param operation for the exception
     * @throws NetworkException if the thread is interrupted (its flag stays set) or the client closes
     */
    public void pause(String operation, int retry) {
        lifetime.pause(operation, delay(retry));
    }
}
