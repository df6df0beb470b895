package me.digi.client.store;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import me.digi.client.fuzz.FuzzInput;
import me.digi.client.fuzz.Outcome;
import me.digi.client.fuzz.Seeds;
import org.jspecify.annotations.Nullable;

/** A record as the store beneath an encrypting one has kept it. */
public final class EncryptedRecordFuzz {
    private static final GrantKey GRANT = new GrantKey("contract", "user");
    private static final TokenKeys KEYS =
            TokenKeys.builder().current("key", new byte[32]).build();
    private static final Outcome OUTCOME = Outcome.documented(TokenStoreException.class);

    private EncryptedRecordFuzz() {}

    /** Decrypts the input. */
    public static void fuzzerTestOneInput(byte[] input) {
        String content = FuzzInput.text(input).replace("\0", "");
        StoredGrant plain = OUTCOME.of(() -> new EncryptingTokenStore(holding(content), KEYS).load(GRANT));
        if (plain != null) {
            Outcome.hides(plain);
        }
    }

    private static TokenStore holding(String content) {
        return new TokenStore() {
            @Override
            public StoredGrant load(GrantKey grant) {
                return new StoredGrant(1, content);
            }

            @Override
            public boolean compareAndSet(GrantKey grant, long expectedVersion, StoredGrant next) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void delete(GrantKey grant) {
                throw new UnsupportedOperationException();
            }
        };
    }

    /** A whole one, and the cases H5 and T17. */
    public static List<byte[]> seeds() {
        InMemoryTokenStore store = new InMemoryTokenStore();
        if (!new EncryptingTokenStore(store, KEYS).compareAndSet(GRANT, 0, new StoredGrant(1, Outcome.SECRET))) {
            throw new IllegalStateException();
        }
        @Nullable StoredGrant encrypted = store.load(GRANT);
        String whole = encrypted == null ? "" : encrypted.content();
        String secret = Base64.getEncoder().encodeToString(Outcome.SECRET.getBytes(StandardCharsets.UTF_8));
        return new Seeds()
                .texts(
                        whole,
                        whole.replace("\"keyId\":\"key\"", "\"keyId\":\"S3CRET~VALUE\\n\""),
                        whole.replaceFirst("\"data\":\"[^\"]+", "\"data\":\"" + secret + secret),
                        whole.replaceFirst("\"nonce\":\"[^\"]+", "\"nonce\":\"S3CRET~VALUE%"),
                        whole.replace("{", "{\"n\":1000e2147483647,"),
                        whole.replace("digime-aes-256-gcm/1", "S3CRET~VALUE"),
                        "{\"format\":2,\"token\":{\"S3CRET~VALUE\":1}}",
                        "{\"S3CRET~VALUE\":")
                .all();
    }
}
