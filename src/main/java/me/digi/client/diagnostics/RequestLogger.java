package me.digi.client.diagnostics;

/**
 * Called after each HTTP request, also for each retry, on the thread that made the call, so that its context (such as SLF4J's
 * MDC) is there; for a refresh that is on a thread of the client. It must be safe for use by many threads, and quick: the call
 * waits for it. A request that its caller no longer waits for, because of an interrupt or a timeout, is reported as such, and
 * once.
 *
 * <p>Whatever it throws, errors included, does not affect the call. The first failure is logged as a warning by
 * {@link java.util.logging}, under {@code me.digi.client}.
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
