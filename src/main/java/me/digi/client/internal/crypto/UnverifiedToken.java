package me.digi.client.internal.crypto;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import me.digi.client.error.VerificationException;
import me.digi.client.error.VerificationException.Check;
import me.digi.client.internal.crypto.Verification.Verified;
import me.digi.client.internal.io.JsonException;
import me.digi.client.internal.io.PartialJson;
import org.jspecify.annotations.Nullable;

/** A JWT whose signature has not been verified. It exposes only the id of its key; {@link Verified} has the payload. */
final class UnverifiedToken {
    /** All that decides; whatever else a header has is skipped. */
    private static final Set<String> HEADERS = Set.of("alg", "kid", "crit", "zip");

    /** The longest token response. */
    private static final int MAX_LENGTH = 64 << 10;

    private final String operation;
    private final String[] parts;
    private final String keyId;
    private final byte[] signature;

    /**
     * Parses a token.
     *
     * @param operation of the response
     * @throws VerificationException if no key can make it valid
     */
    UnverifiedToken(String operation, String compact) {
        this.operation = operation;
        require(compact.length() <= MAX_LENGTH, Check.FORMAT, "it is longer than " + MAX_LENGTH + " characters");
        this.parts = compact.split("\\.", -1);
        require(parts.length == 3, Check.FORMAT, "it has " + parts.length + " parts, not 3");
        Map<String, @Nullable Object> header = header(parts[0]);
        require("PS512".equals(header.get("alg")), Check.ALGORITHM, "its algorithm is not PS512");
        require(!header.containsKey("crit"), Check.CRITICAL_HEADER, "it has a 'crit' header, which is not supported");
        require(!header.containsKey("zip"), Check.COMPRESSION, "its payload is compressed");
        this.keyId = header.get("kid") instanceof String name ? name : "";
        require(!keyId.isEmpty(), Check.KEY_ID, "it has no 'kid'");
        this.signature = decode(parts[2], "its signature is not base64url");
        require(signature.length > 0, Check.FORMAT, "it has no signature");
    }

    /** Returns null if none of the keys has signed it. */
    @Nullable
    Verified verifiedBy(List<ImportedKey<PublicKey>> keys) {
        byte[] signed = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
        for (ImportedKey<PublicKey> key : keys) {
            if (new Ps512(key.provider()).verifies(key.key(), signed, signature)) {
                byte[] payload = decode(parts[1], "its payload is not base64url");
                return new Verified(new String(payload, StandardCharsets.UTF_8));
            }
        }
        return null;
    }

    String keyId() {
        return keyId;
    }

    @Override
    public String toString() {
        return "UnverifiedToken[***]";
    }

    private Map<String, @Nullable Object> header(String encoded) {
        byte[] header = decode(encoded, "its header is not base64url");
        try {
            return PartialJson.readObject(new String(header, StandardCharsets.UTF_8), HEADERS);
        } catch (JsonException e) {
            throw new VerificationException(operation, Check.FORMAT, "its header is not a JSON object");
        }
    }

    private byte[] decode(String encoded, String problem) {
        try {
            return Base64.getUrlDecoder().decode(encoded);
        } catch (IllegalArgumentException e) {
            throw new VerificationException(operation, Check.FORMAT, problem);
        }
    }

    private void require(boolean holds, Check check, String otherwise) {
        if (!holds) {
            throw new VerificationException(operation, check, otherwise);
        }
    }
}
