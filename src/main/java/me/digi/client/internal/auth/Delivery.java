package me.digi.client.internal.auth;

/** What the sender of a token request does at the two moments that matter. Called on the thread that sends. */
public interface Delivery {
    /**
     * The request is about to leave. It does not if this throws.
     *
     * @throws RuntimeException the reason; {@link TokenServer#send} throws it on
     */
    void beforeSending();

    /** The request is about to leave once more: the server answered 429 or 5xx, and may have acted on it all the same. */
    void beforeReplay();

    /**
     * A response arrived whole: the text that the server signed, not verified. Called before an interceptor, a listener
     * or a logger of the application sees it, and nothing of the network is waited for.
     */
    void arrived(String token);
}
