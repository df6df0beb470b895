package me.digi.client.sandbox.internal.http;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Lets so many bytes pass, then fails; and knows how many have passed. */
final class Faucet extends FilterOutputStream {
    private final long limit;
    private long passed;

    Faucet(OutputStream out, long limit) {
        super(out);
        this.limit = limit;
    }

    long passed() {
        return passed;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int count = (int) Math.min(length, limit - passed);
        out.write(bytes, offset, count);
        passed += count;
        if (count < length) {
            out.flush();
            throw new IOException("cut, as asked for");
        }
    }
}
