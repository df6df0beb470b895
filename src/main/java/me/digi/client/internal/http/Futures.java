package me.digi.client.internal.http;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import me.digi.client.error.DigiMeException;
import me.digi.client.error.NetworkException;
import me.digi.client.internal.io.Deadline;
import me.digi.client.internal.io.Host;
import org.jspecify.annotations.Nullable;

/** Waits for work that continues if its callers stop waiting. */
public final class Futures {
    private Futures() {}

    /**
     * Returns the result.
     *
     * @param operation for the exception
     * @throws NetworkException on timeout or interrupt
     */
    public static <T extends @Nullable Object> T await(
            CompletableFuture<T> future, Host host, Duration timeout, String operation) {
        try {
            return host.await(future, timeout);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw NetworkException.interrupted(operation, true, e);
        } catch (TimeoutException | ExecutionException e) {
            throw failure(operation, e);
        }
    }

    /** As {@link #await}, but keeps waiting when interrupted, and restores the flag. */
    public static <T extends @Nullable Object> T awaitUninterruptibly(
            CompletableFuture<T> future, Host host, Deadline deadline, String operation) {
        boolean wasInterrupted = false;
        try {
            while (true) {
                try {
                    return host.await(future, deadline.left());
                } catch (InterruptedException e) {
                    wasInterrupted = true;
                }
            }
        } catch (TimeoutException | ExecutionException e) {
            throw failure(operation, e);
        } finally {
            if (wasInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Waits for a run. When interrupted, stops it, waits for its end, and throws {@link NetworkException}. */
    public static <T> T awaitOrStop(CompletableFuture<T> run, Runnable stop, String operation) {
        InterruptedException interrupt = null;
        while (true) {
            try {
                T result = run.get();
                if (interrupt == null) {
                    return result;
                }
                Thread.currentThread().interrupt();
                throw NetworkException.interrupted(operation, true, interrupt);
            } catch (InterruptedException e) {
                interrupt = e;
                stop.run();
            } catch (ExecutionException e) {
                if (interrupt != null) {
                    Thread.currentThread().interrupt();
                }
                throw unchecked(operation, e.getCause());
            }
        }
    }

    /** Returns the failure of work as an unchecked exception; throws an error. */
    private static RuntimeException unchecked(String operation, @Nullable Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException exception
                ? exception
                : new IllegalStateException(operation + " failed unexpectedly", failure);
    }

    private static RuntimeException failure(String operation, Exception e) {
        if (e instanceof TimeoutException) {
            return NetworkException.timedOut(operation, true, e);
        }
        Throwable cause = e.getCause();
        if (cause instanceof DigiMeException failure) {
            return failure;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        if (cause instanceof RejectedExecutionException && cause.getCause() instanceof InterruptedException) {
            // It was in progress when the client was closed.
            return NetworkException.interrupted(operation, true, cause);
        }
        return new IllegalStateException(
                cause instanceof RejectedExecutionException
                        ? "this DigiMe is closed"
                        : operation + " failed unexpectedly",
                cause);
    }
}
