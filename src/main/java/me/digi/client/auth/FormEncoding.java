package me.digi.client.auth;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Decodes {@code application/x-www-form-urlencoded}. The JDK's decoder replaces bytes that are not UTF-8, and quotes
 * the value in its exceptions.
 */
final class FormEncoding {
    private FormEncoding() {}

    /** The text, or null if it is not form-encoded UTF-8. */
    static @Nullable String decodeOrNull(String text) {
        if (text.indexOf('%') < 0) {
            return text.replace('+', ' ');
        }
        byte[] encoded = text.replace('+', ' ').getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(encoded.length);
        for (int i = 0; i < encoded.length; i++) {
            if (encoded[i] == '%') {
                int octet = (hexDigit(encoded, i + 1) << 4) | hexDigit(encoded, i + 2);
                if (octet < 0) {
                    return null;
                }
                decoded.write(octet);
                i += 2;
            } else {
                decoded.write(encoded[i]);
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(decoded.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** Negative if it is not a hexadecimal digit. */
    private static int hexDigit(byte[] text, int index) {
        return index < text.length && text[index] > 0 ? Character.digit((char) text[index], 16) : -1;
    }
}
