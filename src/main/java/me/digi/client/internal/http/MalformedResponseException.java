package me.digi.client.internal.http;

import java.io.IOException;

/** A response does not match the API description. */
final class MalformedResponseException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String where;

    MalformedResponseException(String where, String what) {
        super(what);
        this.where = where;
    }

    static MalformedResponseException tooLarge(long maxBytes) {
        return new MalformedResponseException("body", "the response is larger than " + maxBytes + " bytes");
    }

    String where() {
        return where;
    }
}
