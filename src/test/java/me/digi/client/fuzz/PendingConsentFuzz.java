package me.digi.client.fuzz;

import java.util.List;
import me.digi.client.auth.PendingConsent;
import me.digi.client.error.CallbackException;

/** What the user's session has as the pending consent. */
public final class PendingConsentFuzz {
    private static final Outcome OUTCOME = Outcome.documented(CallbackException.class);
    private static final String PENDING =
            "{\"page\":\"AUTHORIZE\",\"contractId\":\"c\",\"url\":\"https://a.example/?code="
                    + "S3CRET~VALUE\",\"state\":\"S3CRET~VALUE\",\"codeVerifier\":\"S3CRET~VALUE\",\"session\":{\"key\":\"S3CRET~VALUE\","
                    + "\"expiry\":1}}";

    private PendingConsentFuzz() {}

    /** Reads the input as JSON. */
    public static void fuzzerTestOneInput(byte[] input) {
        PendingConsent pending = OUTCOME.of(() -> PendingConsent.fromJson(FuzzInput.text(input)));
        if (pending != null) {
            String json = pending.toJson();
            Outcome.require(PendingConsent.fromJson(json).toJson().equals(json), "what is written is read as it was");
        }
    }

    /** Whole and damaged ones. */
    public static List<byte[]> seeds() {
        return new Seeds()
                .texts(
                        PENDING,
                        PENDING.replace("AUTHORIZE", "S3CRET~VALUE"),
                        PENDING.replace("https://a", "S3CRET~VALUE <"),
                        PENDING.replace(":1}", ":1000e2147483647}"),
                        PENDING.replace("\"key\":\"S3CRET~VALUE\"", "\"S3CRET~VALUE\":1"),
                        "{\"S3CRET~VALUE\":1,\"S3CRET~VALUE\":2}",
                        "null")
                .all();
    }
}
