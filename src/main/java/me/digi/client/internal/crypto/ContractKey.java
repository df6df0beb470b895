package me.digi.client.internal.crypto;

import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.Jwts;
import java.security.PrivateKey;
import java.util.Base64;
import java.util.Map;
import me.digi.client.internal.io.Json;

/**
 * A contract's private key for signing JWTs, imported into a faster provider if there is one. Safe for use by many
 * threads.
 */
public final class ContractKey {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

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
                    .content(Json.write(claims))
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
