package me.digi.client.error;

import org.jspecify.annotations.Nullable;

/**
 * A call to digi.me failed. The type says how: digi.me responded with an error ({@link ApiException}), the network failed
 * ({@link NetworkException}), a token of the service failed verification ({@link VerificationException}), a response was not
 * what the API promises ({@link UnexpectedResponseException}), a file cannot be read ({@link FileException}), a callback
 * cannot be trusted ({@link CallbackException}), or the token store failed
 * ({@link TokenStoreException}). Nothing else leaves a call, but what says that the call itself was wrong
 * ({@link IllegalArgumentException}, {@link IllegalStateException}, {@link NullPointerException}).
 *
 * <p>No message holds a token, key or code.
 */
public abstract sealed class DigiMeException extends RuntimeException
        permits ApiException,
                CallbackException,
                FileException,
                GrantNotFoundException,
                NetworkException,
                ReauthorizationRequiredException,
                TokenStoreException,
                UnexpectedResponseException,
                UnknownTokenException,
                VerificationException {
    private static final long serialVersionUID = 1L;

    DigiMeException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
