package me.digi.client.internal.io;

import java.util.Locale;

/** Checks header values before OkHttp does, whose exception quotes the value. */
public final class HeaderValue {
    private HeaderValue() {}

    /** Rejects a value with anything but printable ASCII. */
    public static String checked(String field, String value) {
        Require.text(field, value);
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c <= ' ' || c > '~') {
                throw new IllegalArgumentException(field + " must be printable ASCII without spaces, found U+"
                        + String.format(Locale.ROOT, "%04X", (int) c));
            }
        }
        return value;
    }
}
