package me.digi.client.error;

import java.util.Objects;

/**
 * digi.me no longer knows the access token that was to tell whose library is meant: the user was deleted there, or the token
 * is of another environment. Reauthorizing cannot help. Send the user to {@code DigiMe.authorize} as a new one, without
 * {@code forUser} and {@code userAccessToken}; their consent comes with a new, empty library.
 */
public final class UnknownTokenException extends DigiMeException {
    private static final long serialVersionUID = 1L;

    private final ApiException failure;

    /** digi.me refused the access token. */
    public UnknownTokenException(ApiException failure) {
        super(message(Objects.requireNonNull(failure, "failure")), failure);
        this.failure = failure;
    }

    /** The error that digi.me responded with. */
    public ApiException failure() {
        return failure;
    }

    private static String message(ApiException failure) {
        return "digi.me no longer knows the user's access token: send the user to authorize(contract) without a token ("
                + failure.getMessage() + ")";
    }
}
