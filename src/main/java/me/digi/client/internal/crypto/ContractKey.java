package me.digi.client.internal.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import me.digi.client.internal.io.Json;
import org.jspecify.annotations.Nullable;

/**
 * A contract's private key for signing JWTs, imported into a faster provider if there is one. Safe for use by many
 * threads.
 */
public final class ContractKey {
    private static final Base64.Encoder BASE64_URL = Base64.getUrlEncoder().withoutPadding();
    private static final String USUAL_HEADER = header(Map.of("typ", "JWT"));

    private final PrivateKey key;
    private final Ps512 algorithm;

    private ContractKey(PrivateKey key, Ps512 algorithm) {
        this.key = key;
        this.algorithm = algorithm;
    }

    public static ContractKey of(PrivateKey key) {
        Provider fast = FastProvider.find();
        ContractKey faster = fast == null ? null : importInto(fast, key);
        return faster != null ? faster : new ContractKey(key, Ps512.byPlatform());
    }

    /**
     * Signs a JWT with the header {@code {"alg":"PS512","typ":"JWT"}}.
     *
     * @throws IllegalStateException if the key cannot sign, as a hardware key may
     */
    public String sign(Map<String, ?> claims) {
        return sign(USUAL_HEADER, claims);
    }

    /** Signs a JWT with {@code alg} and the given headers. */
    public String sign(Map<String, ?> headers, Map<String, ?> claims) {
        return sign(header(headers), claims);
    }

    /** The compact form of a JWS (RFC 7515, 3.1). */
    private String sign(String header, Map<String, ?> claims) {
        String signed = header + "." + encoded(claims);
        try {
            byte[] signature = algorithm.sign(key, signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + BASE64_URL.encodeToString(signature);
        } catch (GeneralSecurityException | RuntimeException e) {
            // Keys in hardware throw either.
            throw new IllegalStateException("signing the request failed: " + e.getMessage(), e);
        }
    }

    private static String header(Map<String, ?> headers) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("alg", Ps512.ID);
        all.putAll(headers);
        return encoded(all);
    }

    private static String encoded(Map<String, ?> members) {
        return BASE64_URL.encodeToString(Json.write(members).getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable ContractKey importInto(Provider provider, PrivateKey key) {
        byte[] encoded = key.getEncoded();
        if (encoded == null) {
            return null;
        }
        try {
            PrivateKey imported =
                    KeyFactory.getInstance("RSA", provider).generatePrivate(new PKCS8EncodedKeySpec(encoded));
            Ps512 algorithm = Ps512.by(provider);
            Signature unused = algorithm.toSign(imported);
            return new ContractKey(imported, algorithm);
        } catch (GeneralSecurityException unusableHere) {
            // The faster provider cannot use the key; the platform's provider signs.
            return null;
        }
    }

    @Override
    public String toString() {
        return "ContractKey[***]";
    }
}
