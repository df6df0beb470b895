package me.digi.client.internal.io;

import java.nio.charset.StandardCharsets;

/** Percent-encodes text in UTF-8 (RFC 3986, 2.1); an unpaired surrogate as a question mark. */
public final class PercentEncoding {
    private static final String HEX = "0123456789ABCDEF";

    private PercentEncoding() {}

    /**
     * Encodes all but ASCII letters, digits and some other characters.
     *
     * @param plain the other characters, of ASCII
     */
    public static String encode(String text, String plain) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xFF);
            if (isLetterOrDigit(c) || plain.indexOf(c) >= 0) {
                encoded.append(c);
            } else {
                encoded.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xF));
            }
        }
        return encoded.toString();
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
