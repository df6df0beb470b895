package me.digi.client.internal.http;

import java.io.IOException;

/** Carries a failure to sign through OkHttp, which would hand any other exception to the thread's last resort. */
final class SigningFailedException extends IOException {
    private static final long serialVersionUID = 1L;

    SigningFailedException(RuntimeException cause) {
        super(cause);
    }
}
