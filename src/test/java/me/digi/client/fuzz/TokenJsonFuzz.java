package me.digi.client.fuzz;

import java.util.List;
import me.digi.client.auth.UserAccessToken;

/** A user access token as an application has stored it. */
public final class TokenJsonFuzz {
    private static final Outcome OUTCOME = Outcome.documented(IllegalArgumentException.class);
    private static final String TOKEN = "{\"accessToken\":{\"value\":\"S3CRET~VALUE-a\",\"expiry\":%s},"
            + "\"refreshToken\":{\"value\":\"S3CRET~VALUE-r\",\"expiry\":%s},\"user\":{\"id\":\"u\"},\"consentid\":\"c\"}";

    private TokenJsonFuzz() {}

    /** Reads the input as JSON. */
    public static void fuzzerTestOneInput(byte[] input) {
        UserAccessToken token = OUTCOME.of(() -> UserAccessToken.fromJson(FuzzInput.text(input)));
        if (token != null) {
            UserAccessToken again = UserAccessToken.fromJson(token.toJson());
            Outcome.require(again.toJson().equals(token.toJson()), "what is written is read as it was");
            Outcome.hides(token.accessToken());
            Outcome.hides(token.refreshToken());
        }
    }

    /** The cases T2, T15, H4 and H5. */
    public static List<byte[]> seeds() {
        return new Seeds()
                .texts(
                        token("1830200994", "1830200994"),
                        token("1830200994.5", "\"1830200994\""),
                        token("1830200994000", "-1"),
                        token("0", "9007199254740992"),
                        token("1e999999999", "1000e2147483647"),
                        token("9".repeat(2000), "null"),
                        "\uFEFF" + token("{\"S3CRET~VALUE\":1}", "[\"S3CRET~VALUE\"]"),
                        "{\"S3CRET~VALUE\":{\"accessToken\":{\"S3CRET~VALUE\":",
                        "{\"accessToken\":{\"value\":\"\\ud800\",\"value\":\"S3CRET~VALUE\"}}",
                        "{\"accessToken\":" + "[".repeat(300),
                        "[]")
                .all();
    }

    private static String token(String accessExpiry, String refreshExpiry) {
        return TOKEN.replaceFirst("%s", accessExpiry).replaceFirst("%s", refreshExpiry);
    }
}
