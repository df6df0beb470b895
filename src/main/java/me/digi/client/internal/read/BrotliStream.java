package me.digi.client.internal.read;

import java.io.IOException;
import java.io.InputStream;
import me.digi.client.error.ContentException;
import me.digi.client.error.FileException.Problem;
import me.digi.client.internal.crypto.DamagedFileException;
import me.digi.client.internal.io.BulkInputStream;
import org.brotli.dec.BrotliInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Decompresses brotli (RFC 7932). Unwraps failures of the source that the decoder wraps, and maps its unchecked
 * exceptions. For one thread.
 */
public final class BrotliStream extends BulkInputStream {
    private final InputStream compressed;
    private @Nullable BrotliInputStream decoder;
    private boolean ended;

    /** Decompresses what the stream has. */
    public BrotliStream(InputStream compressed) {
        this.compressed = compressed;
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
            // The decoder rejects trailing data only in its own buffer.
            if (compressed.read() >= 0) {
                throw new DamagedFileException(Problem.COMPRESSED_DATA, "trailing data after the brotli stream");
            }
            ended = true;
        }
        return count;
    }

    private int decode(byte[] bytes, int offset, int length) throws IOException {
        try {
            if (decoder == null) {
                // It reads immediately. Its buffer is only used for reading single bytes.
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
        return new DamagedFileException(Problem.COMPRESSED_DATA, "invalid or truncated brotli data", failure);
    }

    @Override
    public void close() throws IOException {
        compressed.close();
    }
}
