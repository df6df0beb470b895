package me.digi.client.internal.http;

import java.io.IOException;

/** Passes a failure of the application's content through OkHttp. */
final class ContentFailedException extends IOException {
    private static final long serialVersionUID = 1L;

    ContentFailedException(Throwable cause) {
        super(cause);
    }
}
