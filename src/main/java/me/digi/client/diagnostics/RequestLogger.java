package me.digi.client.diagnostics;

/**
 * Called after each HTTP request, also for each retry, on the thread that sent it: it should be quick, and must be safe for
 * use by many threads. A runtime exception that it throws goes to that thread's uncaught exception handler and does not
 * affect the call.
 *
 * <pre>{@code
 * DigiMe.builder().logger(event -> log.debug("{}", event))
 * }</pre>
 */
@FunctionalInterface
public interface RequestLogger {
    /** Called when a request has succeeded or failed. */
    void log(RequestEvent event);
}
