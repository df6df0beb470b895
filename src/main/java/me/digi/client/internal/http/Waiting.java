package me.digi.client.internal.http;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import me.digi.client.error.DigiMeException;
import me.digi.client.error.NetworkException;
import me.digi.client.internal.io.Host;
import org.jspecify.annotations.Nullable;

/** Waits for work that goes on whatever becomes of the caller who waits. */
public final class Waiting {
    private Waiting() {}

    /**
     * What the future completes with.
     *
     * @param operation what is waited for, for the error
     * @throws NetworkException if that takes too long, or the thread is interrupted
     */
    public static <T extends @Nullable Object> T on(
            CompletableFuture<T> future, Host host, Duration patience, String operation) {
        try {
            return host.await(future, patience);
        } catch (TimeoutException e) {
            throw NetworkException.timedOut(operation, true, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw NetworkException.interrupted(operation, true, e);
        } catch (ExecutionException e) {
            throw failure(operation, e.getCause());
        }
    }

    /** The same for what must not be given up once it has begun: an interrupt is kept for the caller. */
    public static <T extends @Nullable Object> T uninterruptiblyOn(
            CompletableFuture<T> future, Host host, Duration patience, String operation) {
        boolean wasInterrupted = false;
        try {
            while (true) {
                try {
                    return host.await(future, patience);
                } catch (InterruptedException e) {
                    wasInterrupted = true;
                } catch (TimeoutException e) {
                    throw NetworkException.timedOut(operation, true, e);
                } catch (ExecutionException e) {
                    throw failure(operation, e.getCause());
                }
            }
        } finally {
            if (wasInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException failure(String operation, @Nullable Throwable cause) {
        if (cause instanceof DigiMeException failure) {
            return failure;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        if (cause instanceof RejectedExecutionException && cause.getCause() instanceof InterruptedException) {
            // It was under way when the client was closed.
            return NetworkException.interrupted(operation, true, cause);
        }
        return new IllegalStateException(
                cause instanceof RejectedExecutionException
                        ? "this DigiMe is closed"
                        : operation + " failed in an unforeseen way",
                cause);
    }
}
