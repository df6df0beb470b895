package me.digi.client.keepalive;

/**
 * Called with the progress of a keep-alive sweep: after each refresh, after every 500 users that are not due, and at the end.
 * Called on the threads of the sweep, one at a time, so it must be quick: the sweep waits for it.
 *
 * <p>Whatever it throws, errors included, does not affect the sweep. The first failure is logged as a warning by
 * {@link java.util.logging}, under {@code me.digi.client}.
 */
@FunctionalInterface
public interface KeepAliveListener {
    /** Called with the progress so far. */
    void progressed(KeepAliveProgress progress);
}
