package me.digi.client.sandbox.internal.jose;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/** Key pairs as text: the private key in PKCS#8, which contains the public one. */
public final class StoredKeys {
    private StoredKeys() {}

    public static String write(KeyPair keys) {
        return Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded());
    }

    /**
     * Reads the result of {@link #write}.
     *
     * @throws IllegalArgumentException if the text is not a private key
     */
    public static KeyPair read(String text) {
        try {
            // The JDK's provider: some others do not read all parts of a private key.
            KeyFactory factory = KeyFactory.getInstance("RSA", "SunRsaSign");
            RSAPrivateCrtKey key = (RSAPrivateCrtKey) factory.generatePrivate(
                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(text)));
            return new KeyPair(
                    factory.generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent())), key);
        } catch (GeneralSecurityException | ClassCastException e) {
            throw new IllegalArgumentException("not an RSA private key", e);
        }
    }
}
