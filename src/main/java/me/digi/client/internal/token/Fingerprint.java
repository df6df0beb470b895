package me.digi.client.internal.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import me.digi.client.auth.UserAccessToken;

/** Recognises a token pair without keeping it: 128 bits of the SHA-256 of its refresh token. */
final class Fingerprint {
    private static final int BYTES = 16;

    private Fingerprint() {}

    static String of(UserAccessToken token) {
        byte[] value = token.refreshToken().value().getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(sha256(value), BYTES));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
