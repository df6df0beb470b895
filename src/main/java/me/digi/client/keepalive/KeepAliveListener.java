package me.digi.client.keepalive;

/**
 * Called with a sweep's progress: after each refresh, after every 500 users not due, and at the end. Called on the
 * sweep's threads, one call at a time: the sweep waits for it, so return quickly.
 *
 * <p>Exceptions and errors it throws do not affect the sweep; the first is logged as a warning to
 * {@code me.digi.client} by {@link java.util.logging}.
 */
@FunctionalInterface
public interface KeepAliveListener {
    /** Called with the progress so far. */
    void progressed(KeepAliveProgress progress);
}
