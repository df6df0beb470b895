package me.digi.client.fuzz;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import me.digi.client.internal.read.BrotliStream;
import me.digi.client.internal.read.Compression;
import me.digi.client.read.BrotliSamples;

/** Brotli, by the decoder in Java and by the native one. */
public final class BrotliFuzz {
    private BrotliFuzz() {}

    /** Decompresses the input. */
    public static void fuzzerTestOneInput(byte[] input) {
        CompressionFuzz.decompress(Compression.BROTLI, input);
        CompressionFuzz.readAll(new BrotliStream(new ByteArrayInputStream(input)));
    }

    /** Compressed, stored, empty, and one that grows. */
    public static List<byte[]> seeds() {
        return new Seeds()
                .bytes(
                        BrotliSamples.text(),
                        BrotliSamples.nothing(),
                        BrotliSamples.zeros(),
                        BrotliSamples.stored("stored".getBytes(StandardCharsets.UTF_8)))
                .all();
    }
}
