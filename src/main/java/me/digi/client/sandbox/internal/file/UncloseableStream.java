package me.digi.client.sandbox.internal.file;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Stays open when it is closed. */
final class UncloseableStream extends FilterOutputStream {
    UncloseableStream(OutputStream out) {
        super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }
}
