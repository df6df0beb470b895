package me.digi.client.sandbox.internal.protocol;

import java.io.IOException;

/** The client disconnected before the whole body arrived, and does not wait for a response. */
public final class BrokenBodyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BrokenBodyException(IOException cause) {
        super(cause);
    }
}
