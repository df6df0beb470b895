package me.digi.client.diagnostics;

/**
 * Called for token events, in order, on a thread of its own with the SLF4J MDC of the call that caused the event: a slow
 * listener delays only later events. At most 1,000 events are queued; beyond that the oldest are dropped, and that is
 * reported. Closing the client waits for the listener, one second per event and five in total, and then interrupts it.
 *
 * <p>Exceptions and errors it throws affect nothing else; the first is logged as a warning to {@code me.digi.client}
 * by {@link java.util.logging}.
 */
@FunctionalInterface
public interface TokenListener {
    void on(TokenEvent event);
}
