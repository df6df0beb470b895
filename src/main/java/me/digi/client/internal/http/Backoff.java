package me.digi.client.internal.http;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import me.digi.client.error.NetworkException;
import me.digi.client.retry.RetryPolicy;

/** How often something is tried again, and the pauses before that, as the application's policy has them. */
public final class Backoff {
    private final RetryPolicy policy;
    private final DoubleSupplier random;
    private final Lifetime lifetime;

    Backoff(RetryPolicy policy, DoubleSupplier random, Lifetime lifetime) {
        this.policy = policy;
        this.random = random;
        this.lifetime = lifetime;
    }

    /** One that does not allow any. */
    public Backoff none() {
        return new Backoff(RetryPolicy.none(), random, lifetime);
    }

    /** Whether there may be that retry, counted from 1. */
    public boolean allows(int retry) {
        return retry <= policy.limit();
    }

    /** The pause before that retry. */
    Duration delay(int retry) {
        return policy.delay(retry, random.getAsDouble());
    }

    /**
     * Waits on this thread before that retry.
     *
     * @param operation what is tried again, for the error
     * @throws NetworkException if the thread is interrupted, whose flag stays set, or the client closes
     */
    public void pause(String operation, int retry) {
        lifetime.pause(operation, delay(retry));
    }
}
