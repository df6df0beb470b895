package me.digi.client.internal.crypto;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import me.digi.client.error.VerificationException.Check;
import me.digi.client.internal.io.JsonException;
import me.digi.client.internal.io.PartialJson;
import org.jspecify.annotations.Nullable;

/**
 * A JWT whose signature has not been verified. It exposes only the id of its key; {@link VerifiedToken} has the
 * payload.
 */
final class UnverifiedToken {
    /** All that decides; whatever else a header has is skipped. */
    private static final Set<String> HEADERS = Set.of("alg", "kid", "crit", "zip");

    /** The longest token response. */
    private static final int MAX_LENGTH = 64 << 10;

    private final String[] parts;
    private final String keyId;
    private final byte[] signature;

    private UnverifiedToken(String[] parts, String keyId, byte[] signature) {
        this.parts = parts;
        this.keyId = keyId;
        this.signature = signature;
    }

    /** Rejects tokens that no key can make valid. */
    static UnverifiedToken parse(String compact) throws FailedCheckException {
        if (compact.length() > MAX_LENGTH) {
            throw new FailedCheckException(Check.FORMAT, "it is longer than " + MAX_LENGTH + " characters");
        }
        String[] parts = compact.split("\\.", -1);
        if (parts.length != 3) {
            throw new FailedCheckException(Check.FORMAT, "it has " + parts.length + " parts, not 3");
        }
        Map<String, @Nullable Object> header = header(parts[0]);
        if (!"PS512".equals(header.get("alg"))) {
            throw new FailedCheckException(Check.ALGORITHM, "its algorithm is not PS512");
        }
        if (header.containsKey("crit")) {
            throw new FailedCheckException(Check.CRITICAL_HEADER, "it has a 'crit' header, which is not supported");
        }
        if (header.containsKey("zip")) {
            throw new FailedCheckException(Check.COMPRESSION, "its payload is compressed");
        }
        if (!(header.get("kid") instanceof String keyId) || keyId.isEmpty()) {
            throw new FailedCheckException(Check.KEY_ID, "it has no 'kid'");
        }
        byte[] signature = decode(parts[2], "its signature is not base64url");
        if (signature.length == 0) {
            throw new FailedCheckException(Check.FORMAT, "it has no signature");
        }
        return new UnverifiedToken(parts, keyId, signature);
    }

    /** Returns null if none of the keys has signed it. */
    @Nullable
    VerifiedToken verifiedBy(List<ServerKey> keys) throws FailedCheckException {
        byte[] signed = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
        for (ServerKey key : keys) {
            if (key.hasSigned(signed, signature)) {
                byte[] payload = decode(parts[1], "its payload is not base64url");
                return new VerifiedToken(new String(payload, StandardCharsets.UTF_8));
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

    private static Map<String, @Nullable Object> header(String encoded) throws FailedCheckException {
        byte[] header = decode(encoded, "its header is not base64url");
        try {
            return PartialJson.readObject(new String(header, StandardCharsets.UTF_8), HEADERS);
        } catch (JsonException e) {
            throw new FailedCheckException(Check.FORMAT, "its header is not a JSON object");
        }
    }

    private static byte[] decode(String encoded, String problem) throws FailedCheckException {
        try {
            return Base64.getUrlDecoder().decode(encoded);
        } catch (IllegalArgumentException e) {
            throw new FailedCheckException(Check.FORMAT, problem);
        }
    }
}
