package me.digi.client.internal.jwt;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import me.digi.client.internal.values.WhiteSpace;

/** An RSA public key from PEM: PKCS#1 ({@code RSA PUBLIC KEY}) or SPKI ({@code PUBLIC KEY}). */
final class PublicKeyPem {
    private static final int SMALLEST_MODULUS_BITS = 2048;
    private static final int LARGEST_MODULUS_BITS = 16384;

    /** Twice what the PEM of the largest key takes. */
    private static final int MOST_CHARS = 8 << 10;

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN (RSA )?PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END (?:RSA )?PUBLIC KEY-----");

    /** {@code AlgorithmIdentifier} of RSA (RFC 8017, A.1), which turns a PKCS#1 key into SPKI. */
    private static final byte[] RSA_ALGORITHM = {
        0x30, 0x0d, 0x06, 0x09, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0
    };

    private PublicKeyPem() {}

    static PublicKey parse(String pem) throws GeneralSecurityException {
        if (pem.length() > MOST_CHARS) {
            throw new InvalidKeyException("longer than " + MOST_CHARS + " characters");
        }
        Matcher matcher = PEM.matcher(WhiteSpace.strip(pem));
        if (!matcher.matches()) {
            throw new InvalidKeyException("not the PEM of one public key");
        }
        byte[] der = decode(matcher.group(2));
        byte[] spki = matcher.group(1) == null ? der : wrap(der);
        PublicKey key = publicKey(spki);
        int bits = key instanceof RSAPublicKey rsa ? rsa.getModulus().bitLength() : 0;
        if (bits < SMALLEST_MODULUS_BITS || bits > LARGEST_MODULUS_BITS) {
            throw new InvalidKeyException("an RSA key of " + bits + " bits is too short or too long");
        }
        return key;
    }

    private static PublicKey publicKey(byte[] spki) throws GeneralSecurityException {
        try {
            return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(spki));
        } catch (RuntimeException e) {
            // How some providers say that it is damaged.
            throw new InvalidKeyException("not a public key", e);
        }
    }

    private static byte[] decode(String base64) throws InvalidKeyException {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new InvalidKeyException("the PEM is not base64", e);
        }
    }

    private static byte[] wrap(byte[] pkcs1) {
        byte[] bitString = new byte[pkcs1.length + 1];
        System.arraycopy(pkcs1, 0, bitString, 1, pkcs1.length);
        byte[] key = element(0x03, bitString);
        byte[] content = Arrays.copyOf(RSA_ALGORITHM, RSA_ALGORITHM.length + key.length);
        System.arraycopy(key, 0, content, RSA_ALGORITHM.length, key.length);
        return element(0x30, content);
    }

    /** A DER element with a length of two bytes, which holds any key that is not absurd. */
    private static byte[] element(int tag, byte[] content) {
        byte[] element = new byte[content.length + 4];
        element[0] = (byte) tag;
        element[1] = (byte) 0x82;
        element[2] = (byte) (content.length >> 8);
        element[3] = (byte) content.length;
        System.arraycopy(content, 0, element, 4, content.length);
        return element;
    }
}
