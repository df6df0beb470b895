package me.digi.client.internal.http;

/**
 * What the owner of a token request does at its decisive moments. Called on the thread that waits for the call; what they
 * throw ends the call.
 */
public interface CallHooks {
    /** The request is about to leave. It does not if this throws. */
    void beforeSending();

    /** The request will be sent once more: the server responded with 429 or 503, and may have acted on it all the same. */
    void beforeReplay();

    /**
     * A response arrived whole. Called before an interceptor, a listener or a logger of the application sees it.
     *
     * @param token the signed token in it, not verified
     */
    void arrived(String token);
}
