package me.digi.client.internal.http;

import java.io.IOException;

/** A response that is larger than any that the API gives. */
final class ResponseTooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    ResponseTooLargeException(long mostBytes) {
        super("the response is larger than " + mostBytes + " bytes");
    }
}
