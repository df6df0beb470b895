package me.digi.client.internal.crypto;

import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.KeySpec;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;

/**
 * RSA keys of 2048 bits or more out of PEM, the one codec of both halves. No failure has the cause of one below it, whose
 * message may quote the text.
 */
public final class RsaKeys {
    private static final int MIN_BITS = 2048;

    /** No platform uses a larger modulus. */
    private static final int MAX_BITS = 16384;

    private RsaKeys() {}

    /**
     * A private key out of PKCS#1 ({@code RSA PRIVATE KEY}) or PKCS#8 ({@code PRIVATE KEY}), not encrypted.
     *
     * @throws KeyFormatException says what it is instead
     */
    public static PrivateKey privateKey(String pem) {
        PemText text = PemText.parse(pem);
        if (!PemLabel.mayBeRsaPrivateKey(text.label())) {
            throw new KeyFormatException("it is " + PemLabel.describe(text.label()));
        }
        if (text.isEncrypted()) {
            throw new KeyFormatException("it is an encrypted private key");
        }
        RSAPrivateCrtKeySpec spec = RsaPrivateKeyDer.parse(text.bytes());
        checkSize(spec.getModulus());
        return made(spec, KeyFactory::generatePrivate);
    }

    /**
     * A public key out of PKCS#1 ({@code RSA PUBLIC KEY}) or SubjectPublicKeyInfo ({@code PUBLIC KEY}).
     *
     * @throws KeyFormatException says what it is instead
     */
    public static PublicKey publicKey(String pem) {
        PemText text = PemText.parse(pem);
        if (!PemLabel.mayBeRsaPublicKey(text.label())) {
            throw new KeyFormatException("it is " + PemLabel.describe(text.label()));
        }
        RSAPublicKeySpec spec = RsaPublicKeyDer.parse(text.bytes());
        checkSize(spec.getModulus());
        return made(spec, KeyFactory::generatePublic);
    }

    /**
     * Rejects a key that is too short or too long.
     *
     * @throws KeyFormatException if it is
     */
    public static void checkSize(BigInteger modulus) {
        if (modulus.bitLength() < MIN_BITS) {
            throw new KeyFormatException(
                    "it has " + modulus.bitLength() + " bits, and must have " + MIN_BITS + " or more");
        }
        if (modulus.bitLength() > MAX_BITS) {
            throw new KeyFormatException("it has more than " + MAX_BITS + " bits");
        }
    }

    private interface Making<K> {
        K by(KeyFactory factory, KeySpec spec) throws InvalidKeySpecException;
    }

    private static <K> K made(KeySpec spec, Making<K> making) {
        try {
            return making.by(KeyFactory.getInstance("RSA"), spec);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this platform has no RSA", e);
        } catch (InvalidKeySpecException | RuntimeException e) {
            // Some providers throw an unchecked exception.
            throw new KeyFormatException("this platform cannot use it");
        }
    }
}
