package me.digi.client.read;

/** A running {@code readAll}. Safe for use by many threads. */
public interface ReadAllRun {
    /**
     * Waits for the end.
     *
     * @throws me.digi.client.error.DigiMeException if the list of files can no longer be fetched, once the files known
     *     by then are finished; {@link #summary()} has their results
     * @throws me.digi.client.error.NetworkException if this thread is interrupted (reading has stopped, its handlers
     *     have returned, and the interrupt flag is set), or the client is closed, which also stops reading
     */
    ReadAllSummary await();

    /** The result so far, or the final one. */
    ReadAllSummary summary();

    /** Whether reading has ended. */
    boolean isDone();

    /**
     * Stops reading: starts no more files, cuts off those in progress, and interrupts the threads that run handlers.
     * Returns at once; {@link #await()} waits for the handlers.
     */
    void stop();
}
