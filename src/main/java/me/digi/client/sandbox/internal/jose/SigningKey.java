package me.digi.client.sandbox.internal.jose;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** A key that responses are signed with, and the name and PEM under which the JWKS shows it. */
record SigningKey(String kid, KeyPair keys, boolean pkcs1) {
    String pem() {
        PublicKey key = keys.getPublic();
        return pkcs1 ? Pem.pkcs1(key) : Pem.spki(key);
    }

    Map<String, Object> jwk() {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        Map<String, Object> jwk = new LinkedHashMap<>();
        jwk.put("kid", kid);
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
