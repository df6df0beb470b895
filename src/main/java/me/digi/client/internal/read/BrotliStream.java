package me.digi.client.internal.read;

import java.io.IOException;
import java.io.InputStream;
import me.digi.client.error.ContentException;
import me.digi.client.error.FileException.Problem;
import me.digi.client.internal.crypto.DamagedFileException;
import org.brotli.dec.BrotliInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Decompresses brotli (RFC 7932), and puts in order what the decoder lets out: failures of its source, dressed up as its
 * own, and unchecked ones where it trips over damage. For one thread.
 */
final class BrotliStream extends InputStream {
    private final InputStream compressed;
    private @Nullable BrotliInputStream decoder;
    private boolean ended;

    BrotliStream(InputStream compressed) {
        this.compressed = compressed;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (ended) {
            return -1;
        }
        int count = decode(bytes, offset, length);
        if (count < 0) {
            // The decoder sees what is left in its buffer; what it has not fetched is for us to see.
            if (compressed.read() >= 0) {
                throw new DamagedFileException(
                        Problem.COMPRESSED_DATA, "something comes after the end of the brotli data");
            }
            ended = true;
        }
        return count;
    }

    private int decode(byte[] bytes, int offset, int length) throws IOException {
        try {
            if (decoder == null) {
                // It reads right away; its buffer is for reading byte by byte, which nobody does.
                decoder = new BrotliInputStream(compressed, 1);
            }
            return decoder.read(bytes, offset, length);
        } catch (IOException | RuntimeException e) {
            throw cause(e);
        }
    }

    private static IOException cause(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ContentException || cause instanceof DamagedFileException) {
                return (IOException) cause;
            }
        }
        return new DamagedFileException(Problem.COMPRESSED_DATA, "it is no whole brotli data", failure);
    }

    @Override
    public void close() throws IOException {
        compressed.close();
    }
}
