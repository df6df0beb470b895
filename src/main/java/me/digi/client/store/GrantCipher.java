package me.digi.client.store;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import me.digi.client.internal.io.Json;
import me.digi.client.internal.io.JsonException;
import me.digi.client.store.TokenStoreException.Operation;
import org.jspecify.annotations.Nullable;

/** AES-256-GCM over a record's content, with format, key id, grant and version as associated data. */
record GrantCipher(TokenKeys keys, SecureRandom random) {
    private static final String FORMAT = "digime-aes-256-gcm/1";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    /** Several times the largest record. */
    private static final int MAX_CHARS = 16 << 20;

    StoredGrant encrypt(GrantKey grant, StoredGrant plain) {
        String keyId = keys.currentId();
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] data;
        try {
            data = cipher(Cipher.ENCRYPT_MODE, keys.current(), keyId, nonce, grant, plain.version())
                    .doFinal(plain.content().getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new TokenStoreException(Operation.WRITE, grant, "cannot encrypt with the encryption key " + keyId, e);
        }
        Map<String, @Nullable Object> members =
                Json.members("format", FORMAT, "keyId", keyId, "nonce", base64(nonce), "data", base64(data));
        return new StoredGrant(plain.version(), Json.write(members), plain.summary());
    }

    StoredGrant decrypt(GrantKey grant, StoredGrant encrypted) {
        Map<String, @Nullable Object> members = members(grant, encrypted);
        if (!FORMAT.equals(members.get("format"))) {
            throw TokenStoreException.unreadable(
                    grant, "the record is not encrypted, or not in the format " + FORMAT, null);
        }
        if (members.get("keyId") instanceof String keyId
                && members.get("nonce") instanceof String nonce
                && members.get("data") instanceof String data) {
            return decrypt(grant, encrypted.version(), keyId, bytes(grant, nonce), bytes(grant, data));
        }
        throw damaged(grant, null);
    }

    private StoredGrant decrypt(GrantKey grant, long version, String keyId, byte[] nonce, byte[] data) {
        if (nonce.length != NONCE_BYTES || data.length < TAG_BITS / Byte.SIZE) {
            throw damaged(grant, null);
        }
        SecretKey key = keys.find(keyId);
        if (key == null) {
            String shown = TokenKeys.isId(keyId) ? ": " + keyId : "";
            throw TokenStoreException.unreadable(
                    grant, "the encryption key of the record is not among " + keys + shown, null);
        }
        try {
            byte[] plain = cipher(Cipher.DECRYPT_MODE, key, keyId, nonce, grant, version)
                    .doFinal(data);
            return new StoredGrant(version, new String(plain, StandardCharsets.UTF_8));
        } catch (AEADBadTagException e) {
            throw TokenStoreException.unreadable(
                    grant,
                    "the record was changed, belongs to another grant or version, or the encryption key " + keyId
                            + " is not the one it was encrypted with",
                    e);
        } catch (GeneralSecurityException e) {
            throw TokenStoreException.unreadable(grant, "cannot decrypt with the encryption key " + keyId, e);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, String keyId, byte[] nonce, GrantKey grant, long version)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        // No part can contain a NUL, so the joined text is unambiguous.
        String bound = String.join("\0", FORMAT, keyId, grant.contractId(), grant.userKey(), Long.toString(version));
        cipher.updateAAD(bound.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static Map<String, @Nullable Object> members(GrantKey grant, StoredGrant encrypted) {
        if (encrypted.content().length() > MAX_CHARS) {
            throw damaged(grant, null);
        }
        try {
            return Json.parseObject(encrypted.content());
        } catch (JsonException e) {
            throw damaged(grant, e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] bytes(GrantKey grant, String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw damaged(grant, null);
        }
    }

    private static TokenStoreException damaged(GrantKey grant, @Nullable Throwable cause) {
        return TokenStoreException.unreadable(grant, "the encrypted record is damaged", cause);
    }
}
