package me.digi.client.sandbox.internal.jose;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;

/** Writes 2048-bit RSA keys and certificates as PEM. */
public final class Pem {
    /**
     * What precedes the PKCS#1 key in SubjectPublicKeyInfo: two sequence headers, the algorithm, a bit string header.
     */
    private static final int SPKI_PREFIX_BYTES = 24;

    /**
     * What precedes the PKCS#1 key in PKCS#8: a sequence header, the version, the algorithm, an octet string header.
     */
    private static final int PKCS8_PREFIX_BYTES = 26;

    private Pem() {}

    public static String spki(PublicKey key) {
        return pem("PUBLIC KEY", key.getEncoded(), 0);
    }

    public static String pkcs1(PublicKey key) {
        return pem("RSA PUBLIC KEY", key.getEncoded(), SPKI_PREFIX_BYTES);
    }

    public static String pkcs1(PrivateKey key) {
        return pem("RSA PRIVATE KEY", key.getEncoded(), PKCS8_PREFIX_BYTES);
    }

    static String certificate(byte[] der) {
        return pem("CERTIFICATE", der, 0);
    }

    private static String pem(String label, byte[] der, int from) {
        byte[] content = Arrays.copyOfRange(der, from, der.length);
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n";
    }
}
