package me.digi.client.internal.crypto;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import me.digi.client.error.VerificationException.Check;
import me.digi.client.internal.io.Json;
import me.digi.client.internal.io.JsonException;
import org.jspecify.annotations.Nullable;

/**
 * A JWT as the server sent it, of which nothing is known to be true. It tells only the name of the key that it claims to
 * be signed with; what it says is in the {@link VerifiedToken} that a key makes of it.
 */
final class UnverifiedToken {
    /** More is not a header that digi.me sends: its JSON is read before anything is known to be true. */
    private static final int LONGEST_HEADER = 8192;

    /** As long as a token response may be. */
    private static final int LONGEST = 64 << 10;

    private final String[] parts;
    private final String keyId;
    private final byte[] signature;

    private UnverifiedToken(String[] parts, String keyId, byte[] signature) {
        this.parts = parts;
        this.keyId = keyId;
        this.signature = signature;
    }

    /** Rejects, by its header alone, whatever no key could make acceptable. */
    static UnverifiedToken parse(String compact) throws FailedCheckException {
        if (compact.length() > LONGEST) {
            throw new FailedCheckException(Check.FORMAT, "it is longer than " + LONGEST + " characters");
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
            throw new FailedCheckException(Check.CRITICAL_HEADER, "it has a 'crit' header, and none is understood");
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

    /** What it says, if one of these keys has signed it; null if none has. */
    @Nullable
    VerifiedToken verifiedBy(List<PublicKey> keys) throws FailedCheckException {
        byte[] signed = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
        for (PublicKey key : keys) {
            if (Ps512.verifies(key, signed, signature)) {
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
        if (encoded.length() > LONGEST_HEADER) {
            throw new FailedCheckException(Check.FORMAT, "its header is longer than " + LONGEST_HEADER);
        }
        byte[] header = decode(encoded, "its header is not base64url");
        try {
            return Json.parseObject(new String(header, StandardCharsets.UTF_8));
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
