package me.digi.client.sandbox.internal.protocol;

import java.io.IOException;

/** The client disconnected before the whole body arrived: nothing waits for the response. */
public final class BrokenBodyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BrokenBodyException(IOException cause) {
        super(cause);
    }
}
