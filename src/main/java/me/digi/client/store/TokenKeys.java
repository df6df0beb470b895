package me.digi.client.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The AES-256 keys of an {@link EncryptingTokenStore}: the current one, which encrypts, and older ones, which only
 * decrypt.
 *
 * <pre>{@code
 * TokenKeys keys = TokenKeys.builder()
 *         .current("2026-11", newKey)        // 32 random bytes
 *         .older("2026-05", oldKey)
 *         .build();
 * }</pre>
 *
 * <p>To rotate, add the new key as an older one on every machine first, so that all can decrypt with it, then make it
 * current. Each refresh re-encrypts a grant's record; keep the old key for as long as a refresh token lives. Use a
 * key for at most four billion records.
 *
 * <p>Immutable. Keys never print; ids do, and are stored with each record.
 */
public final class TokenKeys {
    private final String currentId;
    // Transient: JSON libraries that serialize fields skip it.
    private final transient Map<String, SecretKey> keys;

    private TokenKeys(String currentId, Map<String, SecretKey> keys) {
        this.currentId = currentId;
        this.keys = Map.copyOf(keys);
    }

    /** A builder that requires a current key. */
    public static Builder builder() {
        return new Builder();
    }

    /** The current key's id. */
    public String currentId() {
        return currentId;
    }

    SecretKey current() {
        return Objects.requireNonNull(keys.get(currentId));
    }

    /** The key with this id, or null. */
    @Nullable
    SecretKey find(String keyId) {
        return keys.get(keyId);
    }

    /** Whether a text is a valid key id. */
    static boolean isId(String text) {
        return Builder.ID.matcher(text).matches();
    }

    @Override
    public String toString() {
        return "TokenKeys[current=" + currentId + ", all=" + new TreeSet<>(keys.keySet()) + "]";
    }

    /** Builds {@link TokenKeys}. Ids have 1 to 64 letters, digits, dots, dashes and underscores. */
    public static final class Builder {
        private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
        private static final int KEY_BYTES = 32;

        private final Map<String, SecretKey> keys = new LinkedHashMap<>();
        private @Nullable String currentId;

        Builder() {}

        /** The current encryption key: 32 bytes, which are copied. Required. */
        public Builder current(String id, byte[] encryptionKey) {
            return current(id, aes(id, encryptionKey));
        }

        /** The current encryption key: an AES key of 256 bits, which may be in a hardware module. */
        public Builder current(String id, SecretKey encryptionKey) {
            if (currentId != null) {
                throw new IllegalStateException("a current encryption key is already set: " + currentId);
            }
            add(id, encryptionKey);
            currentId = id;
            return this;
        }

        /** An older encryption key, which only decrypts: 32 bytes, which are copied. */
        public Builder older(String id, byte[] encryptionKey) {
            return older(id, aes(id, encryptionKey));
        }

        /** An older encryption key, which only decrypts: an AES key of 256 bits. */
        public Builder older(String id, SecretKey encryptionKey) {
            add(id, encryptionKey);
            return this;
        }

        /** The keys. */
        public TokenKeys build() {
            if (currentId == null) {
                throw new IllegalStateException("the current encryption key is missing");
            }
            return new TokenKeys(currentId, keys);
        }

        private void add(String id, SecretKey encryptionKey) {
            if (!ID.matcher(id).matches()) {
                throw new IllegalArgumentException(
                        "an encryption key's id must have 1 to 64 letters, digits, dots, dashes and underscores: \""
                                + id + "\"");
            }
            Objects.requireNonNull(encryptionKey, "encryptionKey");
            if (!"AES".equals(encryptionKey.getAlgorithm())) {
                throw new IllegalArgumentException(
                        "encryption key " + id + " must be for AES, not " + encryptionKey.getAlgorithm());
            }
            byte[] encoded = encryptionKey.getEncoded();
            if (encoded != null && encoded.length != KEY_BYTES) {
                throw wrongLength(id, encoded.length);
            }
            if (keys.putIfAbsent(id, encryptionKey) != null) {
                throw new IllegalArgumentException("two encryption keys have the id " + id);
            }
        }

        private static SecretKey aes(String id, byte[] encryptionKey) {
            if (encryptionKey.length != KEY_BYTES) {
                throw wrongLength(id, encryptionKey.length);
            }
            return new SecretKeySpec(encryptionKey, "AES");
        }

        private static IllegalArgumentException wrongLength(String id, int length) {
            return new IllegalArgumentException(
                    "encryption key " + id + " must have " + KEY_BYTES + " bytes, not " + length);
        }
    }
}
