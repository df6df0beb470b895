package me.digi.client.sandbox.internal.file;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Lets the streams on top of it be closed, and stays open itself. */
final class Uncloseable extends FilterOutputStream {
    Uncloseable(OutputStream out) {
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
