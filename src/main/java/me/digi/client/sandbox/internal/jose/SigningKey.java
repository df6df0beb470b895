package me.digi.client.sandbox.internal.jose;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * A key that signs responses, and its entry in the JWKS. Its PEM may have either form, so rotations alternate between
 * them.
 */
record SigningKey(int rotation, CompletableFuture<KeyPair> future) {
    String kid() {
        return "sandbox-" + rotation;
    }

    KeyPair keys() {
        return future.join();
    }

    String pem() {
        PublicKey key = keys().getPublic();
        return rotation % 2 == 0 ? Pem.pkcs1(key) : Pem.spki(key);
    }

    Map<String, Object> jwk() {
        RSAPublicKey key = (RSAPublicKey) keys().getPublic();
        Map<String, Object> jwk = new LinkedHashMap<>();
        jwk.put("kid", kid());
        jwk.put("kty", "RSA");
        jwk.put("n", unsigned(key.getModulus()));
        jwk.put("e", unsigned(key.getPublicExponent()));
        jwk.put("pem", pem());
        return jwk;
    }

    private static String unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int sign = bytes[0] == 0 ? 1 : 0;
        return Base64Url.encode(Arrays.copyOfRange(bytes, sign, bytes.length));
    }
}
