package me.digi.client.auth;

import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.interfaces.RSAKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.RSAPrivateCrtKeySpec;

/**
 * Decides what is taken as a contract's private key. No refusal keeps the cause of one below it, whose message may
 * quote the text.
 */
final class ContractKey {
    private static final int MIN_BITS = 2048;

    private ContractKey() {}

    static PrivateKey parse(String pem) {
        try {
            PemText text = PemText.parse(pem);
            if (!PemLabel.mayBeRsaPrivateKey(text.label())) {
                throw new DamagedKeyException("it is " + PemLabel.describe(text.label()));
            }
            if (text.isEncrypted()) {
                throw new DamagedKeyException("it is an encrypted private key");
            }
            RSAPrivateCrtKeySpec spec = RsaPrivateKeyDer.parse(text.bytes());
            checkSize(spec.getModulus());
            return KeyFactory.getInstance("RSA").generatePrivate(spec);
        } catch (DamagedKeyException e) {
            throw refused(e.found());
        } catch (InvalidKeySpecException e) {
            throw refused("this platform cannot use it");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this platform has no RSA", e);
        }
    }

    /** A key whose modulus cannot be read, as one in hardware, is taken at its word. */
    static PrivateKey checked(PrivateKey key) {
        if (!"RSA".equalsIgnoreCase(key.getAlgorithm())) {
            throw refused("it is a key for " + key.getAlgorithm());
        }
        try {
            if (key instanceof RSAKey rsa && rsa.getModulus() != null) {
                checkSize(rsa.getModulus());
            }
        } catch (DamagedKeyException e) {
            throw refused(e.found());
        }
        return key;
    }

    private static void checkSize(BigInteger modulus) {
        if (modulus.bitLength() < MIN_BITS) {
            throw new DamagedKeyException(
                    "it has " + modulus.bitLength() + " bits, and must have " + MIN_BITS + " or more");
        }
    }

    private static IllegalArgumentException refused(String found) {
        return new IllegalArgumentException(
                "privateKey must be an RSA private key, in PEM as PKCS#1 or PKCS#8 without a password, but " + found);
    }
}
