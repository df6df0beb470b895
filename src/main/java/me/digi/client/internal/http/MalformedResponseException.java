package me.digi.client.internal.http;

import java.io.IOException;

/** A response that came whole and is not what the API promises. */
final class MalformedResponseException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String where;

    MalformedResponseException(String where, String what) {
        super(what);
        this.where = where;
    }

    String where() {
        return where;
    }
}
