package me.digi.client.internal.http;

/**
 * Whether a request may be sent a second time, and whether its response can be done without. {@code api-spec} has the value of
 * each operation ({@code x-repeatability}): the one list of what is retried. Which statuses, how often and after which pauses
 * is the application's policy. Whatever a request does, it is sent again if it was surely not sent, or if HTTP/2 says that it
 * was not processed.
 */
public enum Repeatability {
    /** Nothing is done twice: it changes nothing, or makes a code that nobody has and that expires. Always sent again. */
    SAFE,

    /**
     * It opens a session, of which some contracts allow one: sent again if a gateway responded in the service's place (502 and
     * 503), but not if a response is lost, which may have had the session. Its response cannot be requested again.
     */
    OPENED_ONCE,

    /** It changes something: sent again if the server says that it did not act on it, and when to come back (429 and 503). */
    UNLESS_ACTED_ON,

    /**
     * The same, and its response has what cannot be requested again, such as new tokens: once it has left, a caller that is
     * interrupted waits for it all the same.
     */
    UNIQUE_RESPONSE;

    /**
     * Whether a response with a status of the policy's allows to send it again.
     *
     * @param saysWhen whether it says when to come back
     */
    boolean allowsRetryAfter(int status, boolean saysWhen) {
        boolean isRejected = saysWhen && (status == 429 || status == 503);
        return switch (this) {
            case SAFE -> true;
            case OPENED_ONCE -> isRejected || status == 502 || status == 503;
            case UNLESS_ACTED_ON, UNIQUE_RESPONSE -> isRejected;
        };
    }

    /** Whether the response has what cannot be requested again, so that it is waited for once the request has left. */
    boolean hasUniqueResponse() {
        return this == OPENED_ONCE || this == UNIQUE_RESPONSE;
    }
}
