package me.digi.client.internal.crypto;

import java.math.BigInteger;
import java.security.spec.RSAPrivateCrtKeySpec;

/**
 * Reads an RSA private key from PKCS#1 (RFC 8017, A.1.2) or PKCS#8 (RFC 5208). The JDK reads only PKCS#8, and neither
 * it nor Android checks that the numbers are consistent: a damaged key would sign, and the server would reject every
 * signature.
 */
final class RsaPrivateKeyDer {
    private static final int PKCS8_ATTRIBUTES = 0xa0;
    private static final BigInteger THREE = BigInteger.valueOf(3);

    private RsaPrivateKeyDer() {}

    static RSAPrivateCrtKeySpec parse(byte[] der) {
        Der text = new Der(der);
        Der key = text.open(Der.SEQUENCE);
        text.end();
        if (key.number().signum() != 0) {
            throw new KeyFormatException("its DER has another version than 0");
        }
        return key.nextIs(Der.SEQUENCE) ? pkcs8(key) : pkcs1(key);
    }

    private static RSAPrivateCrtKeySpec pkcs8(Der key) {
        RsaAlgorithm.check(key.open(Der.SEQUENCE));
        Der content = key.open(Der.OCTET_STRING);
        if (key.nextIs(PKCS8_ATTRIBUTES)) {
            key.content(PKCS8_ATTRIBUTES);
        }
        key.end();
        Der numbers = content.open(Der.SEQUENCE);
        content.end();
        if (numbers.number().signum() != 0) {
            throw new KeyFormatException("its DER has another version than 0");
        }
        return pkcs1(numbers);
    }

    private static RSAPrivateCrtKeySpec pkcs1(Der numbers) {
        RSAPrivateCrtKeySpec spec = new RSAPrivateCrtKeySpec(
                numbers.number(),
                numbers.number(),
                numbers.number(),
                numbers.number(),
                numbers.number(),
                numbers.number(),
                numbers.number(),
                numbers.number());
        numbers.end();
        if (!areConsistent(spec)) {
            throw new KeyFormatException("its numbers are inconsistent, so it is damaged");
        }
        return spec;
    }

    private static boolean areConsistent(RSAPrivateCrtKeySpec key) {
        BigInteger p = key.getPrimeP();
        BigInteger q = key.getPrimeQ();
        BigInteger d = key.getPrivateExponent();
        BigInteger e = key.getPublicExponent();
        if (p.compareTo(THREE) < 0 || q.compareTo(THREE) < 0 || e.compareTo(THREE) < 0) {
            return false;
        }
        BigInteger pLess1 = p.subtract(BigInteger.ONE);
        BigInteger qLess1 = q.subtract(BigInteger.ONE);
        BigInteger coefficient = key.getCrtCoefficient();
        return p.multiply(q).equals(key.getModulus())
                && d.compareTo(key.getModulus()) < 0
                && e.multiply(d).mod(pLess1).equals(BigInteger.ONE)
                && e.multiply(d).mod(qLess1).equals(BigInteger.ONE)
                && d.mod(pLess1).equals(key.getPrimeExponentP())
                && d.mod(qLess1).equals(key.getPrimeExponentQ())
                && coefficient.compareTo(p) < 0
                && coefficient.multiply(q).mod(p).equals(BigInteger.ONE);
    }
}
