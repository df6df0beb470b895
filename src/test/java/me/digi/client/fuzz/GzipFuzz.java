package me.digi.client.fuzz;

import static me.digi.client.read.ReadSamples.gzip;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import me.digi.client.internal.read.Compression;

/** Gzip. */
public final class GzipFuzz {
    private GzipFuzz() {}

    /** Decompresses the input. */
    public static void fuzzerTestOneInput(byte[] input) {
        CompressionFuzz.decompress(Compression.GZIP, input);
    }

    /** One member, several, every field of a header, and one that grows. */
    public static List<byte[]> seeds() {
        byte[] text = gzip("a text in a file, a text in a file".getBytes(StandardCharsets.UTF_8));
        byte[] fields = {0x1F, (byte) 0x8B, 8, 4 | 8 | 16, 1, 2, 3, 4, 0, 3, 2, 0, 'x', 'y', 'n', 0, 'c', 0};
        return new Seeds()
                .bytes(text, gzip(new byte[0]), concat(text, gzip(new byte[0]), text), concat(text, new byte[] {0}))
                .bytes(concat(fields, java.util.Arrays.copyOfRange(text, 10, text.length)))
                .bytes(gzip(new byte[1 << 20]))
                .all();
    }

    static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
