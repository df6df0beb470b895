package me.digi.client.read;

/** A reading of all files that is under way. Safe for use by many threads. */
public interface ReadAllRun {
    /**
     * Waits for the end.
     *
     * @throws me.digi.client.error.DigiMeException if the list of files can no longer be had, once the files that were
     *     known by then have come to their end; {@link #summary()} tells of those
     * @throws me.digi.client.error.NetworkException if this thread is interrupted: the reading is stopped, its handlers
     *     have come to their end, and the thread's interrupt flag is set; or if the client is closed, which stops the reading
     *     as well
     */
    ReadAllSummary await();

    /** How far it has got, or how it ended. */
    ReadAllSummary summary();

    /** Whether it has come to its end. */
    boolean isDone();

    /**
     * Stops it: nothing new is read, files under way are cut off, and the threads that run handlers are interrupted.
     * Returns at once; {@link #await()} waits until all have come to their end.
     */
    void stop();
}
