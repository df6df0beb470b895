package me.digi.client.sandbox.internal.file;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.InputStream;
import java.util.Random;
import me.digi.client.sandbox.FileContent;

/**
 * A JSON array of an exact size: records of 1024 bytes with an index and a text, then spaces. The texts are parts of
 * one random text, so that generating them is almost as fast as copying.
 */
public final class GeneratedJson implements FileContent {
    private static final int RECORD = 1024;
    private static final byte[] HEAD = "{\"index\":\"000000000000\",\"text\":\"".getBytes(US_ASCII);
    private static final int FIRST_DIGIT = 10;
    private static final int LAST_DIGIT = 21;
    private static final byte[] TAIL = "\"}".getBytes(US_ASCII);
    private static final int TEXT = RECORD - HEAD.length - TAIL.length - 1;
    private static final int POOL = 1 << 16;
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .";

    private final long size;
    private final long records;
    private final long seed;
    private final byte[] pool = new byte[POOL];

    /** Content of this size, at least 2. */
    public GeneratedJson(long size, long seed) {
        if (size < 2) {
            throw new IllegalArgumentException("size must be at least 2, for the brackets: " + size);
        }
        this.size = size;
        this.seed = seed;
        records = (size - 2) / RECORD;
        Random random = new Random(seed);
        for (int i = 0; i < POOL; i++) {
            pool[i] = (byte) ALPHABET.charAt(random.nextInt(ALPHABET.length()));
        }
    }

    public long seed() {
        return seed;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public InputStream open() {
        return new GeneratedStream(size) {
            private final byte[] generated = new byte[RECORD];
            private long current = -1;

            @Override
            void generate(long from, byte[] buffer, int offset, int length) {
                for (int done = 0; done < length; ) {
                    done += copy(from + done, buffer, offset + done, length - done);
                }
            }

            private int copy(long from, byte[] buffer, int offset, int length) {
                long record = from == 0 ? -1 : (from - 1) / RECORD;
                if (from == 0 || record >= records) {
                    buffer[offset] = (byte) (from == 0 ? '[' : from == size - 1 ? ']' : ' ');
                    return 1;
                }
                if (record != current) {
                    write(record, generated);
                    current = record;
                }
                int start = (int) ((from - 1) % RECORD);
                int count = Math.min(length, RECORD - start);
                System.arraycopy(generated, start, buffer, offset, count);
                return count;
            }
        };
    }

    private void write(long record, byte[] into) {
        System.arraycopy(HEAD, 0, into, 0, HEAD.length);
        long rest = record;
        for (int digit = LAST_DIGIT; digit >= FIRST_DIGIT; digit--) {
            into[digit] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        int start = (int) Math.floorMod(((record + seed) * 0x9E3779B97F4A7C15L) >> 20, (long) POOL - TEXT);
        System.arraycopy(pool, start, into, HEAD.length, TEXT);
        System.arraycopy(TAIL, 0, into, HEAD.length + TEXT, TAIL.length);
        into[RECORD - 1] = (byte) (record == records - 1 ? ' ' : ',');
    }
}
