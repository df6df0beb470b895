package me.digi.client.internal.crypto;

import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.Jwts;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A contract's private key for signing JWTs, imported into a faster provider if there is one. Safe for use by many
 * threads.
 */
public final class ContractKey {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

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
        return sign(Map.of("typ", "JWT"), claims);
    }

    /**
     * Signs a JWT with {@code alg} and the given headers. jjwt's own maps of claims and its own Base64 cost more than all
     * else but the signature.
     */
    public String sign(Map<String, ?> headers, Map<String, ?> claims) {
        try {
            return Jwts.builder()
                    .json(JwtJson.INSTANCE)
                    .b64Url(out -> BASE64.wrap(out))
                    .header()
                    .add(headers)
                    .and()
                    .content(JwtJson.utf8(claims))
                    .signWith(key, algorithm)
                    .compact();
        } catch (JwtException e) {
            throw new IllegalStateException("signing the request failed: " + e.getMessage(), e);
        }
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
