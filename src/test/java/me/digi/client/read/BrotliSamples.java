package me.digi.client.read;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Brotli data made by Google's {@code brotli} command, which no Java library makes without native code. */
public final class BrotliSamples {
    /** What {@link #text()} holds. */
    public static final String TEXT =
            "The quick brown fox jumps over the lazy dog. The quick brown fox jumps over the lazy dog"
                    + " again, and the dog does not mind: {\"name\":\"value\",\"count\":42}";

    /** How many zeros {@link #zeros()} holds. */
    public static final long ZEROS = 64L << 20;

    private static final int LARGEST_BLOCK = 1 << 16;

    private BrotliSamples() {}

    /** A text, at the highest quality, with references to the dictionary. */
    public static byte[] text() {
        return decode(
                "oagEAGakdDMXwX/eUn37+XbBpCtZiIagKTAV9qaTA9bvQRAGbd1OFDgFcsPXcUvaJKcu49dQXES3G4NZ9H9quoe6O6UFztk3Jt"
                        + "KPUg6ewKUQkmQaPWJz+g==");
    }

    /** Nothing. */
    public static byte[] nothing() {
        return decode("Pw==");
    }

    /** 64 MiB of zeros in 53 bytes. */
    public static byte[] zeros() {
        return decode("z///fwAkAOKxQHLv//n//w+ABEAcFoDu/T////8BkACIwwLQvf/n//8/ABIAcVgAuvf/Aw==");
    }

    /** Any bytes in blocks that are stored as they are (RFC 7932, 9.2). */
    public static byte[] stored(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        // The first block's header shares its bytes with the window's size: 16 bits, which is a single 0.
        long bits = 0;
        int count = 1;
        for (int start = 0; start < plain.length; start += LARGEST_BLOCK) {
            int length = Math.min(LARGEST_BLOCK, plain.length - start);
            // Not the last, four nibbles of length, the length less one, uncompressed.
            bits |= (long) (length - 1) << (count + 3) | 1L << (count + 19);
            count += 20;
            for (int written = 0; written < count; written += 8) {
                out.write((int) (bits >>> written));
            }
            out.write(plain, start, length);
            bits = 0;
            count = 0;
        }
        // The last, and empty.
        out.write((int) (bits | 3L << count));
        return out.toByteArray();
    }

    private static byte[] decode(String base64) {
        return Base64.getDecoder().decode(base64.getBytes(StandardCharsets.US_ASCII));
    }
}
