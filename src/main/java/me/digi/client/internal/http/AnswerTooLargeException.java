package me.digi.client.internal.http;

import java.io.IOException;

/** An answer that is larger than any that the API gives. */
final class AnswerTooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    AnswerTooLargeException(long mostBytes) {
        super("the answer is larger than " + mostBytes + " bytes");
    }
}
