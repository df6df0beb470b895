package me.digi.client.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import me.digi.client.internal.crypto.DamagedFileException;
import me.digi.client.internal.read.Compression;

/** What is inside a file once it is decrypted. */
final class CompressionFuzz {
    /** Enough to see that it continues. */
    private static final long MOST_BYTES = 4L << 20;

    private static final Outcome OUTCOME = Outcome.documented(DamagedFileException.class);

    private CompressionFuzz() {}

    static void decompress(Compression compression, byte[] input) {
        readAll(compression.decompress(new ByteArrayInputStream(input)));
    }

    static void readAll(InputStream plain) {
        OUTCOME.of(() -> {
            read(plain);
            return null;
        });
    }

    static void read(InputStream plain) throws IOException {
        byte[] buffer = new byte[8192];
        long bytes = 0;
        for (int count = plain.read(buffer); count >= 0 && bytes < MOST_BYTES; count = plain.read(buffer)) {
            bytes += count;
        }
    }
}
