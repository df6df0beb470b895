package me.digi.client.internal.http;

import java.io.IOException;

/** Passes a signing failure through OkHttp, which would give other exceptions to the uncaught exception handler. */
final class SigningFailedException extends IOException {
    private static final long serialVersionUID = 1L;

    SigningFailedException(RuntimeException cause) {
        super(cause);
    }
}
