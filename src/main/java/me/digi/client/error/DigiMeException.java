package me.digi.client.error;

import org.jspecify.annotations.Nullable;

/**
 * A call failed; the subtype says how. Calls throw nothing else, except for misuse ({@link IllegalArgumentException},
 * {@link IllegalStateException}, {@link NullPointerException}). The packages {@code auth} and {@code store} have subtypes of
 * their own.
 *
 * <p>Messages contain no token, key or code.
 */
public abstract class DigiMeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** For the exceptions of this library. */
    protected DigiMeException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
