package me.digi.client.error;

import org.jspecify.annotations.Nullable;

/**
 * A call to digi.me failed. The type says how: digi.me responded with an error ({@link ApiException}), the network failed
 * ({@link NetworkException}), a token of the service failed verification ({@link VerificationException}), a response was not
 * what the API promises ({@link UnexpectedResponseException}), a file cannot be read ({@link FileException}), or a callback
 * cannot be trusted ({@link CallbackException}). The package {@code auth} has the one that asks for the user's consent, and the
 * package {@code store} those of the token store. A call throws nothing else, except for wrong use
 * ({@link IllegalArgumentException}, {@link IllegalStateException}, {@link NullPointerException}).
 *
 * <p>No message holds a token, key or code.
 */
public abstract class DigiMeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** For the exceptions of this library. */
    protected DigiMeException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
