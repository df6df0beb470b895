package me.digi.client.error;

import org.jspecify.annotations.Nullable;

/**
 * The callback does not belong to the request of this browser: treat it as if nothing had come. A wrong or missing
 * {@code state}, or no pending consent, can mean that someone tries to slip their own authorization under the user (RFC
 * 6749, 10.12). The message names what is wrong, and quotes nothing that was received.
 */
public final class CallbackException extends DigiMeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong with the callback. */
    public enum Problem {
        /** The user's session has no pending consent: it was used, has expired, or belongs to another browser. */
        CONSENT_MISSING("there is no pending consent"),
        /** What the user's session has as the pending consent is not what {@code toJson} wrote. */
        CONSENT_DAMAGED("the pending consent is damaged"),
        /** The pending consent has been read before, with success. */
        CONSENT_USED("the pending consent was used before"),
        /** The user was on another page: {@code read} is for consenting, {@code readAccount} for accounts. */
        OTHER_PAGE("the user was on another page"),
        /** There is no {@code state}. */
        STATE_MISSING("state is missing"),
        /** The {@code state} is not the one of the request. */
        STATE_WRONG("state does not match"),
        /** There is more than one {@code state}. */
        STATE_REPEATED("state is repeated"),
        /** There is no {@code code}, though {@code success} is {@code true}. */
        CODE_MISSING("code is missing"),
        /** There is more than one {@code code}. */
        CODE_REPEATED("code is repeated"),
        /** There is no {@code success}. */
        SUCCESS_MISSING("success is missing"),
        /** {@code success} is neither {@code true} nor {@code false}. */
        SUCCESS_UNKNOWN("success is neither true nor false"),
        /** There is more than one {@code success}. */
        SUCCESS_REPEATED("success is repeated"),
        /** There is no {@code result}, which a revocation has instead of {@code success}. */
        RESULT_MISSING("result is missing"),
        /** {@code result} is neither {@code success} nor {@code failed}. */
        RESULT_UNKNOWN("result is neither success nor failed"),
        /** There is more than one {@code result}. */
        RESULT_REPEATED("result is repeated"),
        /** There is more than one {@code errorCode}, {@code accountReference} or {@code error_message}. */
        PARAMETER_REPEATED("errorCode, accountReference or error_message is repeated"),
        /** {@code success} is {@code true} along with an {@code errorCode}, or {@code false} along with a {@code code}. */
        CONTRADICTION("success contradicts code or errorCode"),
        /** A parameter of digi.me is not form-encoded UTF-8, or has control characters. */
        ENCODING("a parameter is not form-encoded UTF-8, or has control characters"),
        /** It is longer than 65,536 characters. */
        TOO_LONG("it is too long");

        private final String words;

        Problem(String words) {
            this.words = words;
        }
    }

    private final Problem problem;

    /** The callback has this problem. */
    public CallbackException(Problem problem) {
        this(problem, null);
    }

    /**
     * The callback has this problem.
     *
     * @param detail where, for the message; no secret
     */
    public CallbackException(Problem problem, @Nullable String detail) {
        super("invalid callback: " + problem.words + (detail == null ? "" : " (" + detail + ")"), null);
        this.problem = problem;
    }

    /** What is wrong with the callback. */
    public Problem problem() {
        return problem;
    }
}
