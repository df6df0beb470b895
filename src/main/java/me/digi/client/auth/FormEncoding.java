package me.digi.client.auth;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import me.digi.client.error.CallbackException;
import me.digi.client.error.CallbackException.Problem;

/**
 * Decodes {@code application/x-www-form-urlencoded}. The JDK's decoder puts a replacement character where bytes are no
 * UTF-8, and quotes the value in its exceptions.
 */
final class FormEncoding {
    private FormEncoding() {}

    static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text.replace('+', ' ');
        }
        byte[] encoded = text.replace('+', ' ').getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(encoded.length);
        for (int i = 0; i < encoded.length; i++) {
            if (encoded[i] == '%') {
                decoded.write((hexDigit(encoded, i + 1) << 4) | hexDigit(encoded, i + 2));
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
            throw new CallbackException(Problem.ENCODING);
        }
    }

    private static int hexDigit(byte[] text, int index) {
        int digit = index < text.length && text[index] > 0 ? Character.digit((char) text[index], 16) : -1;
        if (digit < 0) {
            throw new CallbackException(Problem.ENCODING);
        }
        return digit;
    }
}
