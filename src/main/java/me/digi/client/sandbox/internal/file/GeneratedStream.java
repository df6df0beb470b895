package me.digi.client.sandbox.internal.file;

import java.io.InputStream;
import java.util.Objects;

/** Generates bytes while they are read. */
abstract class GeneratedStream extends InputStream {
    private final long size;
    private long position;

    GeneratedStream(long size) {
        this.size = size;
    }

    /** Generates the bytes from a position. */
    abstract void generate(long from, byte[] buffer, int offset, int length);

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        if (length == 0) {
            return 0;
        }
        if (position == size) {
            return -1;
        }
        int count = (int) Math.min(length, size - position);
        generate(position, buffer, offset, count);
        position += count;
        return count;
    }
}
