package me.digi.client.internal.io;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/** {@code InputStream.readAllBytes}, which Android 8 lacks. */
public final class Bytes {
    private static final int FIRST_PART = 8 << 10;
    /** Decompressing is slower into smaller arrays, and still larger ones cost more garbage collection. */
    private static final int LARGEST_PART = 64 << 10;

    private Bytes() {}

    public static byte[] readAll(InputStream in) throws IOException {
        return readAll(in, read -> {});
    }

    /**
     * Reads the rest of the stream.
     *
     * @param check is given the number of bytes after each read, and may throw
     */
    public static byte[] readAll(InputStream in, LongConsumer check) throws IOException {
        List<byte[]> parts = new ArrayList<>();
        byte[] part = new byte[FIRST_PART];
        int inPart = 0;
        long length = 0;
        for (int count = 0; count >= 0; count = in.read(part, inPart, part.length - inPart)) {
            inPart += count;
            length += count;
            check.accept(length);
            if (inPart == part.length) {
                parts.add(part);
                part = new byte[Math.min(2 * inPart, LARGEST_PART)];
                inPart = 0;
            }
        }
        byte[] all = new byte[Math.toIntExact(length)];
        int position = 0;
        for (byte[] full : parts) {
            System.arraycopy(full, 0, all, position, full.length);
            position += full.length;
        }
        System.arraycopy(part, 0, all, position, inPart);
        return all;
    }
}
