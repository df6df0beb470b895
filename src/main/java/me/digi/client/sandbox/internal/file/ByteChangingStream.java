package me.digi.client.sandbox.internal.file;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Replaces one byte. */
final class ByteChangingStream extends FilterOutputStream {
    private final long position;
    private final int replacement;
    private long written;

    ByteChangingStream(OutputStream out, long position, int replacement) {
        super(out);
        this.position = position;
        this.replacement = replacement;
    }

    @Override
    public void write(int b) throws IOException {
        out.write(written++ == position ? replacement : b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (written > position || written + length <= position) {
            out.write(bytes, offset, length);
            written += length;
        } else {
            super.write(bytes, offset, length);
        }
    }
}
