package me.digi.client.internal.http;

import java.io.IOException;

/** Carries what an interceptor or another part of the application threw through OkHttp, to the caller. */
final class ForeignFailureException extends IOException {
    private static final long serialVersionUID = 1L;

    ForeignFailureException(Throwable cause) {
        super("an interceptor threw " + cause.getClass().getName(), cause);
    }
}
