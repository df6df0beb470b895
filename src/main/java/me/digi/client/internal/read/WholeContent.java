package me.digi.client.internal.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import me.digi.client.error.FileException;
import me.digi.client.error.FileException.Problem;

/** Reads content into memory, up to a limit. */
final class WholeContent {
    private static final int FIRST_CHUNK = 8 << 10;
    private static final int CHUNK = 64 << 10;

    private WholeContent() {}

    /** Collects chunks: an array that grows would be copied each time. */
    static byte[] read(InputStream content, String fileName, long maxBytes) throws IOException {
        List<byte[]> chunks = new ArrayList<>();
        byte[] last = new byte[FIRST_CHUNK];
        int filled = 0;
        long bytes = 0;
        int count;
        while ((count = content.read(last, filled, last.length - filled)) >= 0) {
            if (count > maxBytes - bytes) {
                throw new FileException(
                        fileName,
                        Problem.TOO_LARGE,
                        "it has more than " + maxBytes + " bytes, the limit for reading into memory",
                        null);
            }
            bytes += count;
            filled += count;
            if (filled == last.length) {
                chunks.add(last);
                last = new byte[CHUNK];
                filled = 0;
            }
        }
        return joined(chunks, last, filled, Math.toIntExact(bytes));
    }

    private static byte[] joined(List<byte[]> chunks, byte[] last, int filled, int bytes) {
        byte[] whole = new byte[bytes];
        int position = 0;
        for (byte[] chunk : chunks) {
            System.arraycopy(chunk, 0, whole, position, chunk.length);
            position += chunk.length;
        }
        System.arraycopy(last, 0, whole, position, filled);
        return whole;
    }
}
