package me.digi.client.internal.http;

import java.io.IOException;

/** Passes an unchecked exception or error of the application's code through OkHttp. */
final class UncheckedFailureException extends IOException {
    private static final long serialVersionUID = 1L;

    UncheckedFailureException(Throwable cause) {
        super("an interceptor threw " + cause.getClass().getName(), cause);
    }
}
