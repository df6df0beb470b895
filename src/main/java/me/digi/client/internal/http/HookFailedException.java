package me.digi.client.internal.http;

import java.io.IOException;

/** Carries the failure of a hook through OkHttp, to the owner of the hook. */
final class HookFailedException extends IOException {
    private static final long serialVersionUID = 1L;

    HookFailedException(Throwable cause) {
        super("the call was ended by its owner", cause);
    }
}
