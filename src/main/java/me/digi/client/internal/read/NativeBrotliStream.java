package me.digi.client.internal.read;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.DecoderJNI;
import java.io.IOException;
import java.io.InputStream;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import me.digi.client.error.FileException.Problem;
import me.digi.client.internal.crypto.DamagedFileException;
import me.digi.client.internal.io.BulkInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Decompresses brotli with the native decoder of brotli4j, which is optional. Rejects what {@link BrotliStream} rejects.
 * For one thread.
 */
final class NativeBrotliStream extends BulkInputStream {
    private static final int BUFFER = 8 << 10;

    private final InputStream compressed;
    private final byte[] input = new byte[BUFFER];
    private DecoderJNI.@Nullable Wrapper decoder;
    private @Nullable ByteBuffer output;
    private boolean ended;
    private boolean released;

    NativeBrotliStream(InputStream compressed) {
        this.compressed = compressed;
    }

    /** Whether it is on the class path, and has native code for this platform. */
    static boolean isAvailable() {
        return Available.IS_AVAILABLE;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        ByteBuffer decoded = output;
        while (!ended && (decoded == null || !decoded.hasRemaining())) {
            decoded = decode();
            output = decoded;
        }
        if (ended || decoded == null) {
            return -1;
        }
        int count = Math.min(length, decoded.remaining());
        decoded.get(bytes, offset, count);
        return count;
    }

    /** One step; null if it gave nothing. */
    private @Nullable ByteBuffer decode() throws IOException {
        DecoderJNI.Wrapper active = decoder;
        if (active == null) {
            active = new DecoderJNI.Wrapper(BUFFER);
            decoder = active;
        }
        if (active.hasOutput()) {
            return active.pull();
        }
        switch (active.getStatus()) {
            case DONE -> end();
            case NEEDS_MORE_INPUT -> feed(active);
            case OK -> active.push(0);
            case NEEDS_MORE_OUTPUT -> {
                return active.pull();
            }
            case ERROR -> throw damaged("invalid brotli data, or trailing data after it");
        }
        return null;
    }

    private void feed(DecoderJNI.Wrapper active) throws IOException {
        int count = compressed.read(input, 0, BUFFER);
        if (count < 0) {
            throw damaged("truncated brotli data");
        }
        ByteBuffer buffer = active.getInputBuffer();
        ((Buffer) buffer).clear(); // Android 8 has no ByteBuffer.clear()
        buffer.put(input, 0, count);
        active.push(count);
    }

    private void end() throws IOException {
        if (compressed.read() >= 0) {
            throw damaged("trailing data after the brotli stream");
        }
        ended = true;
    }

    private static DamagedFileException damaged(String problem) {
        return new DamagedFileException(Problem.COMPRESSED_DATA, problem);
    }

    @Override
    public void close() throws IOException {
        DecoderJNI.Wrapper active = decoder;
        if (active != null && !released) {
            released = true;
            active.destroy();
        }
        compressed.close();
    }

    /** Apart, so that asking loads no class that may be missing. */
    private static final class Available {
        static final boolean IS_AVAILABLE = find();

        private Available() {}

        private static boolean find() {
            try {
                return Brotli4jLoader.isAvailable();
            } catch (LinkageError isMissing) {
                return false;
            }
        }
    }
}
