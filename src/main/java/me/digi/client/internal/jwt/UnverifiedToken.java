package me.digi.client.internal.jwt;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import me.digi.client.error.VerificationException.Check;
import me.digi.client.internal.json.Json;
import me.digi.client.internal.json.JsonException;
import org.jspecify.annotations.Nullable;

/**
 * A JWT as the server sent it, of which nothing is known to be true. All that it gives away is the name of the key that
 * it claims to be signed with; what it says is to be had from {@link VerifiedToken} alone.
 */
final class UnverifiedToken {
    private final String compact;
    private final String keyId;

    private UnverifiedToken(String compact, String keyId) {
        this.compact = compact;
        this.keyId = keyId;
    }

    /** Refuses, by its header alone, whatever no key could make acceptable. */
    static UnverifiedToken parse(String compact) throws RefusedTokenException {
        String[] parts = compact.split("\\.", -1);
        if (parts.length != 3) {
            throw new RefusedTokenException(Check.FORMAT, "it has " + parts.length + " parts, not 3");
        }
        Map<String, @Nullable Object> header = header(parts[0]);
        if (!"PS512".equals(header.get("alg"))) {
            throw new RefusedTokenException(Check.ALGORITHM, "its algorithm is not PS512");
        }
        if (header.containsKey("crit")) {
            throw new RefusedTokenException(Check.CRITICAL_HEADER, "it has a 'crit' header, and none is understood");
        }
        if (header.containsKey("zip")) {
            throw new RefusedTokenException(Check.COMPRESSION, "its payload is compressed");
        }
        if (!(header.get("kid") instanceof String keyId) || keyId.isEmpty()) {
            throw new RefusedTokenException(Check.KEY_ID, "it has no 'kid'");
        }
        return new UnverifiedToken(compact, keyId);
    }

    String compact() {
        return compact;
    }

    String keyId() {
        return keyId;
    }

    @Override
    public String toString() {
        return "UnverifiedToken[***]";
    }

    private static Map<String, @Nullable Object> header(String encoded) throws RefusedTokenException {
        try {
            return Json.parseObject(new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | JsonException e) {
            throw new RefusedTokenException(Check.FORMAT, "its header is not base64url of a JSON object");
        }
    }
}
