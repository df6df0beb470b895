package me.digi.client.sandbox.internal.jose;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;

/** Writes 2048-bit RSA keys as PEM. */
public final class Pem {
    /** What SubjectPublicKeyInfo puts before the PKCS#1 key: two sequence headers, the algorithm, a bit string header. */
    private static final int SPKI_PREFIX_BYTES = 24;

    /** What PKCS#8 puts before the PKCS#1 key: a sequence header, the version, the algorithm, an octet string header. */
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

    private static String pem(String label, byte[] der, int from) {
        byte[] content = Arrays.copyOfRange(der, from, der.length);
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n";
    }
}
