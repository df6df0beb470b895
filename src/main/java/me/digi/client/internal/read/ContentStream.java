package me.digi.client.internal.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntConsumer;
import me.digi.client.error.ContentException;
import me.digi.client.error.DigiMeException;
import me.digi.client.error.FileException.Problem;
import me.digi.client.error.NetworkException;
import me.digi.client.internal.crypto.DamagedFileException;
import org.jspecify.annotations.Nullable;

/**
 * The content of a file as the application reads it: bounded, and with every failure as a {@link ContentException} that
 * stays. At its end or at a failure it lets go of the connection by itself. For one thread, but for {@link #close()}.
 */
public final class ContentStream extends InputStream {
    private final String fileName;
    private final ReopenedContent content;
    private final long maxBytes;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile IntConsumer listener = count -> {};
    private volatile @Nullable DigiMeException failure;
    private volatile boolean closed;
    private volatile boolean ended;
    private long bytes;

    /** Reads the decrypted and decompressed content. */
    public ContentStream(String fileName, ReopenedContent content, long maxBytes) {
        this.fileName = fileName;
        this.content = content;
        this.maxBytes = maxBytes;
    }

    /** Has this hear how many bytes have come, whenever some have. */
    public void onBytes(IntConsumer newListener) {
        this.listener = newListener;
    }

    /** What went wrong, if something did, whether the reader has minded it or not. */
    public @Nullable DigiMeException failure() {
        return failure;
    }

    /** How many bytes have been handed out. */
    public long bytes() {
        return bytes;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (offset < 0 || length < 0 || length > target.length - offset) {
            throw new IndexOutOfBoundsException(offset + " and " + length + " of " + target.length);
        }
        reading.lock();
        try {
            int count = tryRead(target, offset, length);
            if (count > 0) {
                listener.accept(count);
            }
            return count;
        } finally {
            reading.unlock();
            if (closed) {
                letGoUnlessReading();
            }
        }
    }

    private int tryRead(byte[] target, int offset, int length) throws IOException {
        DigiMeException earlier = failure;
        if (earlier != null) {
            throw new ContentException(earlier);
        }
        if (closed) {
            throw new IOException("the file is closed");
        }
        if (ended || length == 0) {
            return ended ? -1 : 0;
        }
        int count = readContent(target, offset, length);
        if (count < 0) {
            ended = true;
            letGo();
        }
        return count;
    }

    private int readContent(byte[] target, int offset, int length) throws IOException {
        try {
            int count = content.read(target, offset, length);
            if (count > maxBytes - bytes) {
                throw new DamagedFileException(Problem.TOO_LARGE, "it has more than " + maxBytes + " bytes");
            }
            bytes += Math.max(count, 0);
            return count;
        } catch (IOException e) {
            if (closed) {
                throw new IOException("the file was closed", e);
            }
            throw fail(e);
        }
    }

    private ContentException fail(IOException cause) {
        DigiMeException reason = failureOf(content.response().operation(), fileName, cause);
        failure = reason;
        content.cancel();
        letGo();
        return new ContentException(reason);
    }

    /** What a failure of the layers beneath means to the application. */
    public static DigiMeException failureOf(String operation, String fileName, IOException cause) {
        if (cause instanceof DamagedFileException damage) {
            return damage.of(fileName);
        }
        if (cause instanceof ContentException content) {
            return content.failure();
        }
        return NetworkException.responseBrokeOff(operation, cause);
    }

    /** Ends the reading. A thread in the middle of it fails, and lets go of what it holds when it does. */
    @Override
    public void close() {
        closed = true;
        if (!ended) {
            content.cancel();
        }
        letGoUnlessReading();
    }

    /** If a thread is in the middle of reading, it is that thread's to do once it comes out. */
    private void letGoUnlessReading() {
        if (reading.tryLock()) {
            try {
                letGo();
            } finally {
                reading.unlock();
            }
        }
    }

    private void letGo() {
        content.close();
    }
}
