package me.digi.client.internal.http;

/** Whether a request may be sent a second time, and its answer be done without. */
public enum Repeatability {
    /** It changes nothing: it may be repeated whenever another try can help. */
    SAFE,

    /**
     * It changes something: it may be repeated if it surely was not sent, or if the server says that it did not act on
     * it and when to come back (429 or 503 with {@code Retry-After}).
     */
    UNLESS_ACTED_ON,

    /**
     * The same, and its answer holds what cannot be had again, such as new tokens: once it has left, a caller that is
     * interrupted waits for it all the same.
     */
    ANSWERED_ONCE
}
