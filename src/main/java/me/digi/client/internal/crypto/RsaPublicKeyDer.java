package me.digi.client.internal.crypto;

import java.math.BigInteger;
import java.security.spec.RSAPublicKeySpec;

/** Reads an RSA public key from PKCS#1 (RFC 8017, A.1.1) or SubjectPublicKeyInfo (RFC 5280, 4.1). */
final class RsaPublicKeyDer {
    private RsaPublicKeyDer() {}

    static RSAPublicKeySpec parse(byte[] der) {
        Der text = new Der(der);
        Der key = text.open(Der.SEQUENCE);
        text.end();
        return key.nextIs(Der.SEQUENCE) ? subjectPublicKeyInfo(key) : pkcs1(key);
    }

    private static RSAPublicKeySpec subjectPublicKeyInfo(Der info) {
        RsaAlgorithm.check(info.open(Der.SEQUENCE));
        Der key = info.openBits();
        info.end();
        Der numbers = key.open(Der.SEQUENCE);
        key.end();
        return pkcs1(numbers);
    }

    private static RSAPublicKeySpec pkcs1(Der numbers) {
        BigInteger modulus = numbers.number();
        BigInteger exponent = numbers.number();
        numbers.end();
        return new RSAPublicKeySpec(modulus, exponent);
    }
}
