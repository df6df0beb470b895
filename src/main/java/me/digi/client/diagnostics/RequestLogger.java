package me.digi.client.diagnostics;

/**
 * Called after each HTTP request, retries included, on the calling thread with its context (such as SLF4J's MDC); for
 * refreshes on a thread of the client, with the MDC of the call. Must be thread-safe and quick: the call waits for it. Must not call
 * the client: during a refresh, that would wait for the refresh. A request abandoned after an interrupt or timeout is
 * reported once, as such.
 *
 * <p>Exceptions and errors it throws do not affect the call; the first is logged as a warning to
 * {@code me.digi.client} by {@link java.util.logging}.
 *
 * <pre>{@code
 * DigiMe.builder().logger(event -> log.debug("{}", event))
 * }</pre>
 */
@FunctionalInterface
public interface RequestLogger {
    /** Called when a request succeeded or failed. */
    void log(RequestEvent event);
}
