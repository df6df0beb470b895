package me.digi.client.internal.crypto;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A code verifier and its challenge (RFC 7636).
 *
 * @param codeVerifier base64url of a random string; stays in the user's session until the code is exchanged
 * @param codeChallenge base64url of the verifier's SHA-256
 */
public record Pkce(String codeVerifier, String codeChallenge) {
    public static Pkce create(RandomStrings random) {
        byte[] secret = random.next().getBytes(StandardCharsets.US_ASCII);
        String verifier = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        return new Pkce(verifier, Sha256.base64Url(verifier));
    }

    @Override
    public String toString() {
        return "Pkce[***]";
    }
}
