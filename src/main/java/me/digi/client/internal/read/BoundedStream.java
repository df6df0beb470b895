package me.digi.client.internal.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import me.digi.client.error.FileException.Problem;
import me.digi.client.internal.crypto.DamagedFileException;

/**
 * The bytes of a file as they come over the network, up to as many as a content of the allowed size can need: compressed data
 * may go on for ever and give nothing, such as empty members of gzip. For one thread.
 */
final class BoundedStream extends FilterInputStream {
    /** For keys, headers and checksums, however the content is compressed. */
    private static final long ROOM = 1 << 20;

    private final long mostBytes;
    private long bytes;

    /** For a content of at most that many bytes. */
    BoundedStream(InputStream in, long maxContentBytes) {
        super(in);
        long most = maxContentBytes + maxContentBytes / 64 + ROOM;
        this.mostBytes = most < 0 ? Long.MAX_VALUE : most;
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
        if (bytes > mostBytes) {
            throw new DamagedFileException(Problem.TOO_LARGE, "it has more than " + mostBytes + " bytes as it comes");
        }
        return count;
    }
}
