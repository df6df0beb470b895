package me.digi.client.sandbox.internal.file;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Lets all bytes pass but one, which becomes another. */
final class Overwrite extends FilterOutputStream {
    private final long position;
    private final int instead;
    private long written;

    Overwrite(OutputStream out, long position, int instead) {
        super(out);
        this.position = position;
        this.instead = instead;
    }

    @Override
    public void write(int b) throws IOException {
        out.write(written++ == position ? instead : b);
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
