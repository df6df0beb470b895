package me.digi.client.internal.io;

import java.util.Locale;

/** What can be the value of an HTTP header: OkHttp rejects anything else, and would say so with the value. */
public final class HeaderValue {
    private HeaderValue() {}

    /** Rejects a text with anything but printable ASCII, and shows what it is. */
    public static String checked(String field, String value) {
        Require.text(field, value);
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c <= ' ' || c > '~') {
                throw new IllegalArgumentException(field + " must be printable ASCII without spaces, and has U+"
                        + String.format(Locale.ROOT, "%04X", (int) c));
            }
        }
        return value;
    }
}
