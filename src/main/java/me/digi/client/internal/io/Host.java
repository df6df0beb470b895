package me.digi.client.internal.io;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** The environment of the token engine: clocks, waiting and threads. Safe for use by many threads. */
public interface Host {
    /** The wall clock, which may jump. */
    Instant now();

    /** Monotonic time in nanoseconds. */
    long nanos();

    /** Sleeps; throws when the client closes. */
    void sleep(Duration duration) throws InterruptedException;

    /** Waits for a future. */
    <T> T await(CompletableFuture<T> future, Duration timeout)
            throws InterruptedException, ExecutionException, TimeoutException;

    /**
     * Runs the work on another thread.
     *
     * @throws IllegalStateException if the client is closed
     */
    void execute(Runnable work);

    /**
     * As {@link #execute}, for the refresh of a grant.
     *
     * @param outcome is complete when the work is done
     */
    default void refresh(Runnable work, CompletableFuture<?> outcome) {
        execute(work);
    }

    /**
     * Runs the work on another thread after the delay. Running the returned action cancels it, and so does closing the
     * client.
     */
    Runnable after(Duration delay, Runnable work);

    /** Delays the end of the process while a token request is in progress. */
    void requestSent(CompletableFuture<?> done);
}
