package me.digi.client.sandbox.internal.jose;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;

/** Base64url without padding, read strictly: one text for each sequence of bytes. */
public final class Base64Url {
    private Base64Url() {}

    public static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public static String encode(String text) {
        return encode(text.getBytes(UTF_8));
    }

    /**
     * The bytes that the text stands for.
     *
     * @throws IllegalArgumentException if the text is not what {@link #encode(byte[])} would have written
     */
    public static byte[] decode(String text) {
        byte[] bytes = Base64.getUrlDecoder().decode(text);
        if (!encode(bytes).equals(text)) {
            throw new IllegalArgumentException("not base64url without padding");
        }
        return bytes;
    }
}
