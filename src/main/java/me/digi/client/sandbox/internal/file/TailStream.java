package me.digi.client.sandbox.internal.file;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Objects;
import me.digi.client.sandbox.internal.io.BulkOutputStream;

/** Replaces the last bytes with others, or removes them. */
final class TailStream extends BulkOutputStream {
    private final byte[] replacement;
    private byte[] held = new byte[0];
    private final int count;

    TailStream(OutputStream out, int count, byte[] replacement) {
        super(out);
        this.count = count;
        this.replacement = replacement;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        int all = held.length + length;
        if (all <= count) {
            byte[] more = Arrays.copyOf(held, all);
            System.arraycopy(bytes, offset, more, held.length, length);
            held = more;
            return;
        }
        int fromHeld = Math.min(held.length, all - count);
        out.write(held, 0, fromHeld);
        int fromBytes = all - count - fromHeld;
        out.write(bytes, offset, fromBytes);
        byte[] rest = Arrays.copyOfRange(held, fromHeld, fromHeld + count);
        System.arraycopy(bytes, offset + fromBytes, rest, held.length - fromHeld, length - fromBytes);
        held = rest;
    }

    @Override
    public void close() throws IOException {
        out.write(replacement);
        out.close();
    }
}
