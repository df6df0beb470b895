package me.digi.client.internal.token;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import me.digi.client.error.DigiMeException;
import me.digi.client.error.NetworkException;
import org.jspecify.annotations.Nullable;

/** Waits for a flight that goes on whatever becomes of the one who waits. */
final class Waiting {
    private static final String REFRESH = "refreshToken";

    private Waiting() {}

    static <T> T forOutcome(CompletableFuture<T> outcome, Duration patience) {
        try {
            return outcome.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw NetworkException.timedOut(REFRESH, true, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw NetworkException.interrupted(REFRESH, true, e);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        }
    }

    private static RuntimeException failure(@Nullable Throwable cause) {
        if (cause instanceof DigiMeException failure) {
            return failure;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        boolean isClosed = cause instanceof RejectedExecutionException || cause instanceof InterruptedException;
        return new IllegalStateException(
                isClosed ? "this DigiMe is closed" : "the refresh failed in an unforeseen way", cause);
    }
}
