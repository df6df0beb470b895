package me.digi.client.internal.jwt;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * A code verifier and its challenge (RFC 7636), in the form that digi.me uses.
 *
 * @param codeVerifier base64url of a random string; kept with the user's session until the code is exchanged
 * @param codeChallenge base64url of the verifier's SHA-256
 */
public record Pkce(String codeVerifier, String codeChallenge) {
    /** A new verifier. */
    public static Pkce create(RandomStrings random) {
        String verifier = encode(random.next().getBytes(StandardCharsets.US_ASCII));
        return new Pkce(verifier, encode(sha256(verifier)));
    }

    @Override
    public String toString() {
        return "Pkce[***]";
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
