package me.digi.client.internal.http;

import java.io.IOException;

/** Passes the failure of a hook through OkHttp. */
final class HookFailedException extends IOException {
    private static final long serialVersionUID = 1L;

    HookFailedException(Throwable cause) {
        super("a hook failed", cause);
    }
}
