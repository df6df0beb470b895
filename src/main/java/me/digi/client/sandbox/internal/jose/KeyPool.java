package me.digi.client.sandbox.internal.jose;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;

/**
 * RSA keys of 2048 bits, made when first asked for. Each sandbox goes through the keys of the JVM from the start: within
 * one sandbox no two are the same, and the tenth sandbox of a test run starts as fast as the disk allows, not as fast as
 * primes are found.
 */
public final class KeyPool {
    private static final List<KeyPair> KEYS = new ArrayList<>();

    private int next;

    /** A key that this pool has not given out yet. */
    public synchronized KeyPair take() {
        return key(next++);
    }

    /** The public key of somebody who has no part in any of this. */
    public static PublicKey stranger() {
        return Stranger.KEYS.getPublic();
    }

    private static KeyPair key(int index) {
        synchronized (KEYS) {
            while (KEYS.size() <= index) {
                KEYS.add(generate());
            }
            return KEYS.get(index);
        }
    }

    private static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM cannot make RSA keys", e);
        }
    }

    private static final class Stranger {
        static final KeyPair KEYS = generate();
    }
}
