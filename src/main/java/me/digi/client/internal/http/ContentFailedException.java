package me.digi.client.internal.http;

import java.io.IOException;

/** Carries through OkHttp that the application's own content failed, and not the network. */
final class ContentFailedException extends IOException {
    private static final long serialVersionUID = 1L;

    private final Throwable failure;

    ContentFailedException(Throwable failure) {
        super(failure);
        this.failure = failure;
    }

    /** What the application's content threw, or what is wrong with it. */
    Throwable failure() {
        return failure;
    }
}
