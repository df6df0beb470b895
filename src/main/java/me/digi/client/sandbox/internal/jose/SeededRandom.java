package me.digi.client.sandbox.internal.jose;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import me.digi.client.sandbox.internal.io.Sha256;

/**
 * Generates the same bytes for the same seed on every JDK: SHA-256 of the seed and a counter. Only for a sandbox:
 * anyone who knows the seed knows the bytes. Safe for use by many threads.
 */
public final class SeededRandom {
    private final MessageDigest digest = Sha256.digest();
    private final byte[] seed;
    private byte[] block = new byte[0];
    private int used;
    private long counter;

    /** Creates a generator; the streams of one seed are independent of each other. */
    public SeededRandom(String seed, String stream) {
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
