package me.digi.client.internal.oauth;

/** What the sender of a token request does at the moments that matter. Called on the thread that sends. */
public interface Delivery {
    /**
     * The request is about to leave, for the first time or once more. It does not if this throws.
     *
     * @throws RuntimeException the reason; {@link TokenServer#send} throws it on
     */
    void beforeSending();

    /**
     * The request will be sent once more, after a pause, if nothing prevents it: the server responded with 429 or 503 and said
     * when to come back, and may have acted on the request all the same. Called once at most.
     */
    void beforeReplay();

    /**
     * A response arrived whole: the text that the server signed, not verified. Called before an interceptor, a listener
     * or a logger of the application sees it, and nothing of the network is waited for.
     */
    void arrived(String token);
}
