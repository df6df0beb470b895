package me.digi.client.sandbox.internal.file;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import me.digi.client.sandbox.internal.io.BulkOutputStream;

/**
 * Writes a brotli stream (RFC 7932) of uncompressed meta-blocks of up to 64 KiB, which needs little code.
 */
final class StoredBrotli extends BulkOutputStream {
    /** The last meta-block, which is empty. */
    private static final int END = 0b11;

    private final byte[] block = new byte[1 << 16];
    private int filled;
    private boolean first = true;
    private boolean closed;

    StoredBrotli(OutputStream out) {
        super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        for (int done = 0; done < length; ) {
            int count = Math.min(length - done, block.length - filled);
            System.arraycopy(bytes, offset + done, block, filled, count);
            filled += count;
            done += count;
            if (filled == block.length) {
                writeBlock();
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        if (filled > 0) {
            writeBlock();
        }
        // The window size, a single 0 bit, precedes the first meta-block.
        out.write(first ? END << 1 : END);
        out.close();
    }

    /** A header of three bytes: not the last, four nibbles of length minus one, uncompressed; then the bytes. */
    private void writeBlock() throws IOException {
        int header = (filled - 1) << 3 | 1 << 19;
        int bits = first ? header << 1 : header;
        first = false;
        out.write(bits);
        out.write(bits >> 8);
        out.write(bits >> 16);
        out.write(block, 0, filled);
        filled = 0;
    }
}
