package me.digi.client.internal.http;

import java.io.IOException;

/**
 * Passes a failure of signing or of a hook through OkHttp, which would give other exceptions to the uncaught exception
 * handler.
 */
final class PassedFailureException extends IOException {
    private static final long serialVersionUID = 1L;

    PassedFailureException(Throwable cause) {
        super(cause);
    }
}
