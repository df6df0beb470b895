package me.digi.client.sandbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import me.digi.client.internal.io.Json;
import me.digi.client.sandbox.SandboxCaller.Reply;

/**
 * Verifies a signed response as strictly as a client must: PS512, by the key of that {@code kid} in the JWKS, without
 * {@code crit}.
 */
final class JwtCheck {
    private JwtCheck() {}

    static boolean verifies(String token, Reply jwks) {
        String[] parts = token.split("\\.", -1);
        Map<String, ?> header =
                Json.parseObject(new String(Base64.getUrlDecoder().decode(parts[0]), UTF_8));
        if (!"PS512".equals(header.get("alg")) || header.containsKey("zip") || header.containsKey("crit")) {
            return false;
        }
        for (Object jwk : (List<?>) jwks.json().get("keys")) {
            if (((Map<?, ?>) jwk).get("kid").equals(header.get("kid"))) {
                return isSignedBy(key((Map<?, ?>) jwk), parts);
            }
        }
        return false;
    }

    private static boolean isSignedBy(PublicKey key, String[] parts) {
        try {
            Signature signature = Signature.getInstance("RSASSA-PSS");
            signature.setParameter(new PSSParameterSpec("SHA-512", "MGF1", MGF1ParameterSpec.SHA512, 64, 1));
            signature.initVerify(key);
            signature.update((parts[0] + "." + parts[1]).getBytes(US_ASCII));
            return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static PublicKey key(Map<?, ?> jwk) {
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(number(jwk.get("n")), number(jwk.get("e"))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BigInteger number(Object base64) {
        return new BigInteger(1, Base64.getUrlDecoder().decode((String) base64));
    }
}
