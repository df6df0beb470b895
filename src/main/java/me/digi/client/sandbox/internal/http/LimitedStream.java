package me.digi.client.sandbox.internal.http;

import java.io.IOException;
import java.io.OutputStream;
import me.digi.client.sandbox.internal.io.BulkOutputStream;

/** Fails after a number of bytes, and counts them. */
final class LimitedStream extends BulkOutputStream {
    private final long limit;
    private long written;

    LimitedStream(OutputStream out, long limit) {
        super(out);
        this.limit = limit;
    }

    long written() {
        return written;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int count = (int) Math.min(length, limit - written);
        out.write(bytes, offset, count);
        written += count;
        if (count < length) {
            out.flush();
            throw new IOException("cut by a fault");
        }
    }
}
