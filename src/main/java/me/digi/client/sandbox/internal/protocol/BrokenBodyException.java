package me.digi.client.sandbox.internal.protocol;

import java.io.IOException;

/** Who sends the request has gone before its body was whole: nobody waits for the response. */
public final class BrokenBodyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BrokenBodyException(IOException cause) {
        super(cause);
    }
}
