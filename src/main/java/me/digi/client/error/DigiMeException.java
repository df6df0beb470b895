package me.digi.client.error;

import org.jspecify.annotations.Nullable;

/**
 * A call failed; the subtype says how. Calls throw nothing else, except for misuse ({@link IllegalArgumentException},
 * {@link IllegalStateException}, {@link NullPointerException}).
 *
 * <p>Messages contain no token, key or code.
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
