package me.digi.client.keepalive;

/** A keep-alive sweep that was started. Safe for use by many threads. */
public interface KeepAliveRun {
    /**
     * Waits for the end.
     *
     * @return the summary, also if the sweep was stopped or gave up: see {@link KeepAliveSummary#end()}
     * @throws me.digi.client.error.NetworkException if this thread is interrupted: the sweep is stopped, its refreshes have
     *     ended, and the thread's interrupt flag is set
     */
    KeepAliveSummary await();

    /** The summary so far, or the final one. */
    KeepAliveSummary summary();

    /** Whether the sweep has ended. */
    boolean isDone();

    /** Starts no more refreshes. Returns at once; {@link #await()} waits for those that are under way. */
    void stop();
}
