package me.digi.client.internal.http;

import java.io.IOException;

/** Passes a failure of the application's content through OkHttp. */
final class ContentFailedException extends IOException {
    private static final long serialVersionUID = 1L;

    private final Throwable failure;

    ContentFailedException(Throwable failure) {
        super(failure);
        this.failure = failure;
    }

    Throwable failure() {
        return failure;
    }
}
