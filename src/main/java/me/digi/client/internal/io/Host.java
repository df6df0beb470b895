package me.digi.client.internal.io;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** Where the token engine runs: time, waiting and threads come from outside. Safe for use by many threads. */
public interface Host {
    /** The wall clock, which may jump. */
    Instant now();

    /** The monotonic time in nanoseconds, by which every pause is counted. */
    long nanos();

    /** Waits on the calling thread; interrupted when the client closes. */
    void sleep(Duration duration) throws InterruptedException;

    /** Waits on the calling thread for what another one completes. */
    <T> T await(CompletableFuture<T> future, Duration patience)
            throws InterruptedException, ExecutionException, TimeoutException;

    /**
     * Runs the work on another thread.
     *
     * @throws java.util.concurrent.RejectedExecutionException if the client is closed, or no thread is available
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

    /** Runs the work on another thread after the delay, unless the returned action is run before; never after a close. */
    Runnable after(Duration delay, Runnable work);

    /** A token request leaves now: the process should not end before its response has landed. */
    void sent(CompletableFuture<?> landed);
}
