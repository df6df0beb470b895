package me.digi.client.internal.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import me.digi.client.error.FileException.Problem;
import me.digi.client.internal.crypto.DamagedFileException;

/**
 * Limits the encrypted bytes of a file to what content of the allowed size can need: compressed data can be endless
 * without content, such as empty gzip members. For one thread.
 */
final class BoundedStream extends FilterInputStream {
    /** For key, headers and checksums. */
    private static final long ROOM = 1 << 20;

    private final long maxBytes;
    private long bytes;

    BoundedStream(InputStream in, long maxContentBytes) {
        super(in);
        long most = maxContentBytes + maxContentBytes / 64 + ROOM;
        this.maxBytes = most < 0 ? Long.MAX_VALUE : most;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = in.read(target, offset, length);
        bytes += Math.max(count, 0);
        if (bytes > maxBytes) {
            throw new DamagedFileException(
                    Problem.TOO_LARGE, "it has more than " + maxBytes + " bytes before decompression");
        }
        return count;
    }
}
