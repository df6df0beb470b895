package me.digi.client.internal.read;

import java.time.Duration;
import java.util.function.Supplier;
import me.digi.client.error.ApiException;
import me.digi.client.internal.http.Lifetime;
import me.digi.client.read.ReadOptions;

/** Asks again for a file that is not found: one that has just been listed may not be there for a moment. */
final class NotFoundRetry {
    private static final int NOT_FOUND = 404;

    private final ReadOptions options;
    private final Lifetime lifetime;

    NotFoundRetry(ReadOptions options, Lifetime lifetime) {
        this.options = options;
        this.lifetime = lifetime;
    }

    <T> T ask(String operation, Supplier<T> request) {
        Duration pause = options.notFoundDelay();
        for (int retries = 0; ; retries++) {
            try {
                return request.get();
            } catch (ApiException failure) {
                if (failure.status() != NOT_FOUND || retries >= options.notFoundRetries()) {
                    throw failure;
                }
            }
            lifetime.pause(operation, pause);
            pause = Pauses.grownByHalf(pause);
        }
    }
}
