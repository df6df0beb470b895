package me.digi.client.internal.read;

import java.time.Duration;
import java.util.function.Supplier;
import me.digi.client.error.ApiException;
import me.digi.client.internal.http.Lifetime;
import me.digi.client.read.ReadOptions;

/** Retries when a file is not found: a file that was just listed may not be available yet. */
final class NotFoundRetry {
    private static final int NOT_FOUND = 404;

    private final ReadOptions options;
    private final Lifetime lifetime;

    NotFoundRetry(ReadOptions options, Lifetime lifetime) {
        this.options = options;
        this.lifetime = lifetime;
    }

    <T> T run(String operation, Supplier<T> request) {
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
            pause = Pauses.next(pause);
        }
    }
}
