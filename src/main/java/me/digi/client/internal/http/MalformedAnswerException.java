package me.digi.client.internal.http;

import java.io.IOException;

/** An answer that came whole and is not what the API promises. */
final class MalformedAnswerException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String where;

    MalformedAnswerException(String where, String what) {
        super(what);
        this.where = where;
    }

    String where() {
        return where;
    }
}
