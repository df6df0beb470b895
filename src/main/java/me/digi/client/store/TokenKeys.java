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
 * The keys of an {@link EncryptingTokenStore}: one that encrypts, and those that records may still be encrypted with.
 *
 * <pre>{@code
 * TokenKeys keys = TokenKeys.builder()
 *         .current("2026-11", newKey)        // 32 random bytes
 *         .older("2026-05", oldKey)
 *         .build();
 * }</pre>
 *
 * <p>To change the key, give the new one as an older one to every machine first, so that all can read it, and then make it
 * the current one. Each refresh writes a grant's record anew, with the current key; keep the old one for as long as a
 * refresh token lives. Let a key encrypt some four thousand million records at most.
 *
 * <p>Immutable; the keys never print, and their ids do: an id is stored with each record.
 */
public final class TokenKeys {
    private final String currentId;
    // Transient: what makes JSON of fields passes it over.
    private final transient Map<String, SecretKey> keys;

    private TokenKeys(String currentId, Map<String, SecretKey> keys) {
        this.currentId = currentId;
        this.keys = Map.copyOf(keys);
    }

    /** A builder that wants a current key. */
    public static Builder builder() {
        return new Builder();
    }

    /** The id of the key that encrypts. */
    public String currentId() {
        return currentId;
    }

    /** The key of this id, or null if it is not among these. */
    @Nullable
    SecretKey find(String keyId) {
        return keys.get(keyId);
    }

    /** Whether a text can be the id of a key. */
    static boolean isId(String text) {
        return Builder.ID.matcher(text).matches();
    }

    @Override
    public String toString() {
        return "TokenKeys[current=" + currentId + ", all=" + new TreeSet<>(keys.keySet()) + "]";
    }

    /** Builds {@link TokenKeys}. An id has up to 64 letters, digits, dots, dashes and underscores, and is no secret. */
    public static final class Builder {
        private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
        private static final int KEY_BYTES = 32;

        private final Map<String, SecretKey> keys = new LinkedHashMap<>();
        private @Nullable String currentId;

        Builder() {}

        /** The encryption key from now on: 32 bytes, which are copied. */
        public Builder current(String id, byte[] encryptionKey) {
            return current(id, aes(id, encryptionKey));
        }

        /** The encryption key from now on: an AES key of 256 bits, which may be in a hardware module. */
        public Builder current(String id, SecretKey encryptionKey) {
            if (currentId != null) {
                throw new IllegalStateException("a current encryption key is already set: " + currentId);
            }
            add(id, encryptionKey);
            currentId = id;
            return this;
        }

        /** An encryption key that records may be encrypted with: 32 bytes, which are copied. */
        public Builder older(String id, byte[] encryptionKey) {
            return older(id, aes(id, encryptionKey));
        }

        /** An encryption key that records may be encrypted with: an AES key of 256 bits. */
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
                        "an encryption key's id has 1 to 64 letters, digits, dots, dashes and underscores: \"" + id
                                + "\"");
            }
            Objects.requireNonNull(encryptionKey, "encryptionKey");
            if (!"AES".equals(encryptionKey.getAlgorithm())) {
                throw new IllegalArgumentException(
                        "encryption key " + id + " is for " + encryptionKey.getAlgorithm() + " and not for AES");
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
                    "encryption key " + id + " has " + length + " bytes and not " + KEY_BYTES);
        }
    }
}
