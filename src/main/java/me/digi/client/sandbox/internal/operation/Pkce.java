package me.digi.client.sandbox.internal.operation;

import static java.nio.charset.StandardCharsets.US_ASCII;

import me.digi.client.sandbox.internal.io.Sha256;
import me.digi.client.sandbox.internal.jose.Base64Url;
import me.digi.client.sandbox.internal.json.Shape;
import me.digi.client.sandbox.internal.json.ShapeException;
import me.digi.client.sandbox.internal.protocol.ApiErrors;
import me.digi.client.sandbox.internal.protocol.Call;
import me.digi.client.sandbox.internal.protocol.Rule;
import org.jspecify.annotations.Nullable;

/** Checks code challenges and verifiers, each 32 bytes in base64url. */
final class Pkce {
    /** The form of both. */
    static final Shape SHAPE = Pkce::checkEncoding;

    private Pkce() {}

    /** Checks that the challenge is the hash of the verifier. */
    static void check(Call call, @Nullable String challenge) {
        String verifier = call.claims().text("code_verifier");
        if (!hash(verifier).equals(challenge)) {
            call.refuse(ApiErrors.badGrant(
                    Rule.PKCE,
                    "claims.code_verifier does not match the code challenge",
                    "a verifier with the hash " + hash(verifier) + ", and the challenge " + challenge));
        }
    }

    private static void checkEncoding(String path, @Nullable Object value) {
        Shape.text("[A-Za-z0-9_-]{43}", "32 bytes in base64url without padding").check(path, value);
        try {
            Base64Url.decode(String.valueOf(value));
        } catch (IllegalArgumentException e) {
            throw new ShapeException(path, "is not base64url without padding");
        }
    }

    private static String hash(String verifier) {
        return Base64Url.encode(Sha256.digest().digest(verifier.getBytes(US_ASCII)));
    }
}
