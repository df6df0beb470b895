package me.digi.client.auth;

import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.interfaces.RSAKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.RSAPrivateCrtKeySpec;

/**
 * Decides what is taken as a contract's private key. No failure keeps the cause of one below it, whose message may
 * quote the text.
 */
final class ContractKey {
    private static final int MIN_BITS = 2048;
    private static final String OBJECT = "an RSA private key";
    private static final String TEXT = OBJECT + " in PEM (PKCS#1 or PKCS#8, not encrypted)";

    private ContractKey() {}

    static PrivateKey parse(String pem) {
        try {
            PemText text = PemText.parse(pem);
            if (!PemLabel.mayBeRsaPrivateKey(text.label())) {
                throw new UnusableKeyException("it is " + PemLabel.describe(text.label()));
            }
            if (text.isEncrypted()) {
                throw new UnusableKeyException("it is an encrypted private key");
            }
            RSAPrivateCrtKeySpec spec = RsaPrivateKeyDer.parse(text.bytes());
            checkSize(spec.getModulus());
            return KeyFactory.getInstance("RSA").generatePrivate(spec);
        } catch (UnusableKeyException e) {
            throw invalid(TEXT, e.found());
        } catch (InvalidKeySpecException e) {
            throw invalid(TEXT, "this platform cannot use it");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this platform has no RSA", e);
        }
    }

    /** A key whose modulus cannot be read, as one in hardware, is taken at its word. */
    static PrivateKey checked(PrivateKey key) {
        if (!"RSA".equalsIgnoreCase(key.getAlgorithm())) {
            throw invalid(OBJECT, "it is a key for " + key.getAlgorithm());
        }
        try {
            if (key instanceof RSAKey rsa && rsa.getModulus() != null) {
                checkSize(rsa.getModulus());
            }
        } catch (UnusableKeyException e) {
            throw invalid(OBJECT, e.found());
        }
        return key;
    }

    private static void checkSize(BigInteger modulus) {
        if (modulus.bitLength() < MIN_BITS) {
            throw new UnusableKeyException(
                    "it has " + modulus.bitLength() + " bits, and must have " + MIN_BITS + " or more");
        }
    }

    private static IllegalArgumentException invalid(String expected, String found) {
        return new IllegalArgumentException("privateKey must be " + expected + ", but " + found);
    }
}
