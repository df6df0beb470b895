package me.digi.client.error;

import java.util.Objects;

/**
 * digi.me no longer knows the access token that identifies the user's library: the user was deleted, or the token is
 * from another environment. Reauthorizing cannot help: send the user to {@code DigiMe.authorize} without
 * {@code forUser} and {@code userAccessToken}, for a new, empty library.
 */
public final class UnknownTokenException extends DigiMeException {
    private static final long serialVersionUID = 1L;

    private final ApiException failure;

    public UnknownTokenException(ApiException failure) {
        super(message(Objects.requireNonNull(failure, "failure")), failure);
        this.failure = failure;
    }

    /** digi.me's error. */
    public ApiException failure() {
        return failure;
    }

    private static String message(ApiException failure) {
        return "digi.me no longer knows the user's access token: send the user to authorize(contract) without a token ("
                + failure.getMessage() + ")";
    }
}
