package me.digi.client.sandbox.internal.jose;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The same bytes for the same seed, on every JDK: SHA-256 of the seed and a counter. Anyone who knows the seed knows everything
 * that is made of it, so it is for a sandbox only. Safe for use by many threads.
 */
public final class SeededRandom {
    private final MessageDigest digest;
    private final byte[] seed;
    private byte[] block = new byte[0];
    private int used;
    private long counter;

    /** The stream of that name: streams of one seed are independent of each other. */
    public SeededRandom(String seed, String stream) {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM does not support SHA-256", e);
        }
        this.seed = digest.digest((seed.length() + ":" + seed + ":" + stream).getBytes(UTF_8));
    }

    public synchronized void nextBytes(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (used == block.length) {
                digest.update(seed);
                block = digest.digest(
                        ByteBuffer.allocate(Long.BYTES).putLong(counter++).array());
                used = 0;
            }
            bytes[i] = block[used++];
        }
    }
}
