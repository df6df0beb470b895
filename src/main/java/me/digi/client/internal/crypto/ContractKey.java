package me.digi.client.internal.crypto;

import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.Jwts;
import java.security.PrivateKey;
import java.util.Map;

/**
 * A contract's private key for signing JWTs, imported into a faster provider if there is one. Safe for use by many
 * threads.
 */
public final class ContractKey {
    private final PrivateKey key;
    private final Ps512 algorithm;

    private ContractKey(ImportedKey<PrivateKey> imported) {
        this.key = imported.key();
        this.algorithm = new Ps512(imported.provider());
    }

    public static ContractKey of(PrivateKey key) {
        return new ContractKey(ImportedKey.of(key, (imported, fast) -> new Ps512(fast).signature(imported)));
    }

    /**
     * Signs a JWT with the header {@code {"alg":"PS512","typ":"JWT"}}.
     *
     * @throws IllegalStateException if the key cannot sign, as a hardware key may
     */
    public String sign(Map<String, ?> claims) {
        return sign(Map.of("typ", "JWT"), claims);
    }

    /** Signs a JWT with {@code alg} and the given headers. */
    public String sign(Map<String, ?> headers, Map<String, ?> claims) {
        try {
            return Jwts.builder()
                    .json(JwtJson.INSTANCE)
                    .header()
                    .add(headers)
                    .and()
                    .claims(claims)
                    .signWith(key, algorithm)
                    .compact();
        } catch (JwtException e) {
            throw new IllegalStateException("signing the request failed: " + e.getMessage(), e);
        }
    }

    @Override
    public String toString() {
        return "ContractKey[***]";
    }
}
