package me.digi.client.keepalive;

/** A running or ended keep-alive sweep. Thread-safe. */
public interface KeepAliveRun {
    /**
     * Waits for the end, also of a sweep that was stopped or gave up: see {@link KeepAliveSummary#end()}.
     *
     * @throws me.digi.client.error.NetworkException if this thread is interrupted: the sweep is stopped, its
     *     refreshes have ended, and the interrupt flag is set
     */
    KeepAliveSummary await();

    /** The summary so far, or the final one. */
    KeepAliveSummary summary();

    boolean isDone();

    /** Starts no more refreshes, and returns at once; {@link #await()} waits for those under way. */
    void stop();
}
