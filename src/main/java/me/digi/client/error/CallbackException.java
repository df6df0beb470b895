package me.digi.client.error;

import org.jspecify.annotations.Nullable;

/**
 * The callback does not belong to this browser's request: ignore it. A wrong or missing {@code state}, or no pending
 * consent, can mean that someone is injecting their own authorization (RFC 6749, 10.12). The message names the
 * problem and quotes nothing that was received.
 */
public final class CallbackException extends DigiMeException {
    private static final long serialVersionUID = 1L;

    public enum Problem {
        /** The user's session has no pending consent: used, expired, or another browser's. */
        CONSENT_MISSING("no pending consent in the user's session"),
        /** The pending consent in the user's session is not what {@code toJson} wrote. */
        CONSENT_DAMAGED("the pending consent is damaged"),
        /** The pending consent was already read successfully. */
        CONSENT_USED("the pending consent was already used"),
        /** The user was on the other kind of page: {@code read} is for consent, {@code readAccount} for accounts. */
        OTHER_PAGE("the user was on another kind of page: read is for consent, readAccount for accounts"),
        STATE_MISSING("state is missing"),
        STATE_WRONG("state does not match"),
        STATE_REPEATED("state is repeated"),
        /** No {@code code}, though {@code success} is {@code true}. */
        CODE_MISSING("code is missing"),
        CODE_REPEATED("code is repeated"),
        SUCCESS_MISSING("success is missing"),
        SUCCESS_UNKNOWN("success is neither true nor false"),
        SUCCESS_REPEATED("success is repeated"),
        /** No {@code result}, which a revocation has instead of {@code success}. */
        RESULT_MISSING("result is missing"),
        RESULT_UNKNOWN("result is neither success nor failed"),
        RESULT_REPEATED("result is repeated"),
        PARAMETER_REPEATED("errorCode, accountReference or error_message is repeated"),
        /** {@code success} is {@code true} with an {@code errorCode}, or {@code false} with a {@code code}. */
        CONTRADICTION("success contradicts code or errorCode"),
        ENCODING("a parameter is not form-encoded UTF-8, or has control characters"),
        /** Longer than 65,536 characters. */
        TOO_LONG("longer than 65536 characters");

        private final String words;

        Problem(String words) {
            this.words = words;
        }
    }

    private final Problem problem;

    public CallbackException(Problem problem) {
        this(problem, null);
    }

    /**
     * An invalid callback.
     *
     * @param detail where, for the message; no secret
     */
    public CallbackException(Problem problem, @Nullable String detail) {
        super("invalid callback: " + problem.words + (detail == null ? "" : " (" + detail + ")"), null);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
