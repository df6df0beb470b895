package me.digi.client.sandbox.internal.jose;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;

/** Base64url without padding. Decoding is strict: each sequence of bytes has only one encoding. */
public final class Base64Url {
    private Base64Url() {}

    public static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public static String encode(String text) {
        return encode(text.getBytes(UTF_8));
    }

    /**
     * Decodes a text.
     *
     * @throws IllegalArgumentException if {@link #encode(byte[])} does not write it like this
     */
    public static byte[] decode(String text) {
        byte[] bytes = Base64.getUrlDecoder().decode(text);
        if (!encode(bytes).equals(text)) {
            throw new IllegalArgumentException("not base64url without padding");
        }
        return bytes;
    }
}
