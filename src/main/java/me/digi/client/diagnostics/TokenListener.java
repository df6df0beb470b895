package me.digi.client.diagnostics;

/**
 * Hears what happens to users' tokens, in order, on a thread of its own: a listener that is slow or throws holds up
 * nothing but the events after it. What it throws goes to its thread's uncaught exception handler.
 */
@FunctionalInterface
public interface TokenListener {
    /** Something has happened. */
    void on(TokenEvent event);
}
