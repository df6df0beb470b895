package me.digi.client.internal.crypto;

import java.nio.charset.StandardCharsets;
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
        byte[] secret = random.next().getBytes(StandardCharsets.US_ASCII);
        String verifier = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        return new Pkce(verifier, Sha256.base64Url(verifier));
    }

    @Override
    public String toString() {
        return "Pkce[***]";
    }
}
