package me.digi.client.internal.http;

/** Called during a token request, on the thread that waits for it. An exception fails the call. */
public interface CallHooks {
    /** Called before each send, which an exception prevents. */
    void beforeSending();

    /**
     * Called at most once, before the request is repeated after a 429 or 503 with {@code Retry-After}: the server may
     * have acted on it nevertheless.
     */
    void beforeReplay();

    /**
     * Called when a response has arrived, before the application's interceptors, listeners and loggers see it.
     *
     * @param token the signed token, not verified
     */
    void arrived(String token);
}
