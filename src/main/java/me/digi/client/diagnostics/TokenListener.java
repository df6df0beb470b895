package me.digi.client.diagnostics;

/**
 * Called for events of users' tokens, in order, on a thread of its own: a slow listener delays only later events. At most
 * 1,000 events wait for it; when there are more, the oldest are dropped, and that is reported. Closing the client waits for the
 * listener for as long as it gets on, one second per event and five seconds in all, and then interrupts it.
 *
 * <p>Whatever it throws, errors included, affects nothing else. The first failure is logged as a warning by
 * {@link java.util.logging}, under {@code me.digi.client}.
 */
@FunctionalInterface
public interface TokenListener {
    /** Called for each event. */
    void on(TokenEvent event);
}
