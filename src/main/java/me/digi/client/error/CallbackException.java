package me.digi.client.error;

/**
 * What came to the callback is not the answer to this user's request: treat it as if nothing had come. A wrong or missing
 * {@code state} can mean that someone tries to slip their own authorization under the user (RFC 6749, 10.12). No message
 * shows what was received.
 */
public final class CallbackException extends DigiMeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong with the callback. */
    public enum Problem {
        /** There is no {@code state}. */
        STATE_MISSING("it has no state"),
        /** The {@code state} is not the one that was expected. */
        STATE_WRONG("its state is not the expected one"),
        /** There is more than one {@code state}. */
        STATE_REPEATED("it has more than one state"),
        /** There is no {@code code}, though the authorization is said to have succeeded. */
        CODE_MISSING("it has no code"),
        /** The {@code code} is empty. */
        CODE_EMPTY("its code is empty"),
        /** There is more than one {@code code}. */
        CODE_REPEATED("it has more than one code"),
        /** Nothing says whether the authorization succeeded. */
        SUCCESS_MISSING("it has no success"),
        /** {@code success} is neither {@code true} nor {@code false}. */
        SUCCESS_UNKNOWN("its success is neither true nor false"),
        /** There is more than one {@code success}. */
        SUCCESS_REPEATED("it has more than one success"),
        /** Nothing says what came of a revocation. */
        RESULT_MISSING("it has no result"),
        /** {@code result} is neither {@code success} nor {@code failed}. */
        RESULT_UNKNOWN("its result is neither success nor failed"),
        /** There is more than one {@code result}. */
        RESULT_REPEATED("it has more than one result"),
        /** There is more than one {@code errorCode}, {@code accountReference} or {@code error_message}. */
        PARAMETER_REPEATED("it has more than one errorCode, accountReference or error_message"),
        /** It claims success along with an error, or failure along with a code. */
        CONTRADICTION("it claims success and failure at once"),
        /** It is not form-encoded UTF-8. */
        ENCODING("it is not well encoded");

        private final String words;

        Problem(String words) {
            this.words = words;
        }
    }

    private final Problem problem;

    /** The callback has this problem. */
    public CallbackException(Problem problem) {
        super("the callback is no valid answer: " + problem.words, null);
        this.problem = problem;
    }

    /** What is wrong with the callback. */
    public Problem problem() {
        return problem;
    }
}
