package me.digi.client.auth;

import java.security.PrivateKey;
import java.security.interfaces.RSAKey;
import me.digi.client.internal.crypto.KeyFormatException;
import me.digi.client.internal.crypto.RsaKeys;

/** Decides which private keys are accepted. */
final class ContractKey {
    private static final String OBJECT = "an RSA private key";
    private static final String TEXT = OBJECT + " in PEM (PKCS#1 or PKCS#8, not encrypted)";

    private ContractKey() {}

    static PrivateKey parse(String pem) {
        try {
            return RsaKeys.privateKey(pem);
        } catch (KeyFormatException e) {
            throw rejected(TEXT, e.found());
        }
    }

    /** Skips the size check if the modulus cannot be read, as with hardware keys. */
    static PrivateKey checked(PrivateKey key) {
        if (!"RSA".equalsIgnoreCase(key.getAlgorithm())) {
            throw rejected(OBJECT, "it is a key for " + key.getAlgorithm());
        }
        try {
            if (key instanceof RSAKey rsa && rsa.getModulus() != null) {
                RsaKeys.checkSize(rsa.getModulus());
            }
        } catch (KeyFormatException e) {
            throw rejected(OBJECT, e.found());
        }
        return key;
    }

    private static IllegalArgumentException rejected(String expected, String found) {
        return new IllegalArgumentException("privateKey must be " + expected + ", but " + found);
    }
}
