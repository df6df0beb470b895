package me.digi.client.diagnostics;

/**
 * Called for events of users' tokens, in order, on a thread of its own: a slow listener delays only later events. What it
 * throws goes to that thread's uncaught exception handler.
 */
@FunctionalInterface
public interface TokenListener {
    /** Called for each event. */
    void on(TokenEvent event);
}
