package me.digi.client.internal.crypto;

import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.KeySpec;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;

/** Reads RSA keys of at least 2048 bits from PEM. Exceptions have no cause, whose message may quote the text. */
public final class RsaKeys {
    private static final int MIN_BITS = 2048;

    /** No platform supports more. */
    static final int MAX_BITS = 16384;

    private RsaKeys() {}

    /**
     * Reads PKCS#1 ({@code RSA PRIVATE KEY}) or PKCS#8 ({@code PRIVATE KEY}), not encrypted.
     *
     * @throws KeyFormatException with what was found instead
     */
    public static PrivateKey privateKey(String pem) {
        PemText text = PemText.parse(pem, "RSA PRIVATE KEY", "PRIVATE KEY");
        if (text.isEncrypted()) {
            throw new KeyFormatException("it is an encrypted private key");
        }
        RSAPrivateCrtKeySpec spec = RsaPrivateKeyDer.parse(text.bytes());
        checkSize(spec.getModulus());
        return generate(spec, KeyFactory::generatePrivate);
    }

    /**
     * Returns the key if it is for RSA, and of a supported size unless its modulus cannot be read, as with hardware keys.
     *
     * @throws KeyFormatException with what was found instead
     */
    public static PrivateKey checked(PrivateKey key) {
        if (!"RSA".equalsIgnoreCase(key.getAlgorithm())) {
            throw new KeyFormatException("it is a key for " + key.getAlgorithm());
        }
        if (key instanceof RSAKey rsa && rsa.getModulus() != null) {
            checkSize(rsa.getModulus());
        }
        return key;
    }

    /**
     * Reads PKCS#1 ({@code RSA PUBLIC KEY}) or SubjectPublicKeyInfo ({@code PUBLIC KEY}).
     *
     * @throws KeyFormatException with what was found instead
     */
    public static PublicKey publicKey(String pem) {
        PemText text = PemText.parse(pem, "RSA PUBLIC KEY", "PUBLIC KEY");
        RSAPublicKeySpec spec = RsaPublicKeyDer.parse(text.bytes());
        checkSize(spec.getModulus());
        return generate(spec, KeyFactory::generatePublic);
    }

    /**
     * Checks the size of an RSA key.
     *
     * @throws KeyFormatException if the modulus is too short or too long
     */
    public static void checkSize(BigInteger modulus) {
        if (modulus.bitLength() < MIN_BITS) {
            throw new KeyFormatException("it has " + modulus.bitLength() + " bits, fewer than " + MIN_BITS);
        }
        if (modulus.bitLength() > MAX_BITS) {
            throw new KeyFormatException("it has more than " + MAX_BITS + " bits");
        }
    }

    private interface Generator<K> {
        K generate(KeyFactory factory, KeySpec spec) throws InvalidKeySpecException;
    }

    private static <K> K generate(KeySpec spec, Generator<K> generator) {
        try {
            return generator.generate(KeyFactory.getInstance("RSA"), spec);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this platform has no RSA", e);
        } catch (InvalidKeySpecException | RuntimeException e) {
            // Some providers throw an unchecked exception.
            throw new KeyFormatException("this platform cannot use it");
        }
    }
}
