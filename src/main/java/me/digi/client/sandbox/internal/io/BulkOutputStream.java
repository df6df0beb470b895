package me.digi.client.sandbox.internal.io;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A filter that handles arrays, and single bytes in the same way. */
public abstract class BulkOutputStream extends FilterOutputStream {
    protected BulkOutputStream(OutputStream out) {
        super(out);
    }

    @Override
    public final void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public abstract void write(byte[] bytes, int offset, int length) throws IOException;
}
