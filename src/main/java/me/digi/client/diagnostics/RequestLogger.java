package me.digi.client.diagnostics;

/**
 * Is told of each HTTP request after its end, retries one by one. Called on the thread that made the request, so it should
 * be quick; what it throws is dropped and does not disturb the call. It must be safe for use by many threads.
 *
 * <pre>{@code
 * DigiMe.builder().logger(event -> log.debug("{}", event))
 * }</pre>
 */
@FunctionalInterface
public interface RequestLogger {
    /** One request has ended, well or not. */
    void log(RequestEvent event);
}
