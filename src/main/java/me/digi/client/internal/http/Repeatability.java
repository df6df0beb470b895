package me.digi.client.internal.http;

/**
 * Whether a request may be repeated, and whether its response can be requested again. The values come from {@code
 * x-repeatability} in {@code api-spec}; statuses, limit and delays are the application's policy. Any request is
 * repeated if it was certainly not sent, or HTTP/2 reports that it was not processed.
 */
public enum Repeatability {
    /** Changes nothing, or creates a code that expires unused. Always repeated. */
    SAFE,

    /**
     * Opens a session, of which some contracts allow one. Repeated if a gateway responded instead of the service (502
     * and 503), but not if the response was lost. Its response cannot be requested again.
     */
    OPENED_ONCE,

    /** Changes something. Repeated if the server did not act on it and says when to retry (429 and 503). */
    UNLESS_ACTED_ON,

    /**
     * As {@link #UNLESS_ACTED_ON}, and the response contains what cannot be requested again, such as new tokens: once
     * sent, an interrupted caller still waits for it.
     */
    UNIQUE_RESPONSE;

    /**
     * Whether a response with a retryable status allows a repetition.
     *
     * @param saysWhen whether it has {@code Retry-After}
     */
    boolean allowsRetryAfter(int status, boolean saysWhen) {
        boolean isRejected = saysWhen && (status == 429 || status == 503);
        return switch (this) {
            case SAFE -> true;
            case OPENED_ONCE -> isRejected || status == 502 || status == 503;
            case UNLESS_ACTED_ON, UNIQUE_RESPONSE -> isRejected;
        };
    }

    /** Whether the response cannot be requested again, so that it is always awaited. */
    boolean hasUniqueResponse() {
        return this == OPENED_ONCE || this == UNIQUE_RESPONSE;
    }
}
