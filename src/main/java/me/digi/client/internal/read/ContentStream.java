package me.digi.client.internal.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import me.digi.client.error.ContentException;
import me.digi.client.error.DigiMeException;
import me.digi.client.error.FileException.Problem;
import me.digi.client.error.NetworkException;
import me.digi.client.internal.crypto.DamagedFileException;
import me.digi.client.internal.http.Backoff;
import me.digi.client.internal.http.StreamedResponse;
import me.digi.client.internal.io.BulkInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The content of a file for the application: limited in size, with every failure as a {@link ContentException}, which
 * is repeated by later reads. Releases the connection at its end or on failure. For one thread, except {@link
 * #close()}.
 */
public final class ContentStream extends BulkInputStream {
    private final String fileName;
    private final ReopenedContent content;
    private final long maxBytes;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile IntConsumer listener = count -> {};
    private volatile @Nullable DigiMeException failure;
    private volatile boolean closed;
    private volatile boolean ended;
    private long bytes;

    private ContentStream(String fileName, ReopenedContent content, long maxBytes) {
        this.fileName = fileName;
        this.content = content;
        this.maxBytes = maxBytes;
    }

    /**
     * Downloads a file.
     *
     * @param request sends the request once, with retries until a response arrives
     * @param decoding gives the plain content of a response
     * @param backoff for downloads that break off
     */
    public static ContentStream open(
            String fileName,
            String operation,
            Supplier<StreamedResponse> request,
            Decoding decoding,
            Backoff backoff,
            long maxBytes) {
        try {
            return new ContentStream(fileName, new ReopenedContent(operation, request, decoding, backoff), maxBytes);
        } catch (IOException e) {
            throw failureOf(operation, fileName, e);
        }
    }

    /** Gives the plain content of a response. */
    @FunctionalInterface
    public interface Decoding {
        InputStream decode(StreamedResponse response) throws IOException;
    }

    /** A header of the response. */
    @Nullable
    String header(String name) {
        return content.response().header(name);
    }

    /** Sets a listener for the number of bytes of each read. */
    void onBytes(IntConsumer newListener) {
        this.listener = newListener;
    }

    /** The failure, if any, even if the reader ignored it. */
    @Nullable
    DigiMeException failure() {
        return failure;
    }

    /** The number of bytes read. */
    long bytes() {
        return bytes;
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
                releaseUnlessReading();
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
            content.close();
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
        content.close();
        return new ContentException(reason);
    }

    /** Maps a failure of lower layers. */
    private static DigiMeException failureOf(String operation, String fileName, IOException cause) {
        if (cause instanceof DamagedFileException damage) {
            return damage.of(fileName);
        }
        if (cause instanceof ContentException content) {
            return content.failure();
        }
        return NetworkException.responseBrokeOff(operation, cause);
    }

    /** Fails a concurrent read, whose thread then releases the connection. */
    @Override
    public void close() {
        closed = true;
        if (!ended) {
            content.cancel();
        }
        releaseUnlessReading();
    }

    /** A thread that is reading releases the connection itself. */
    private void releaseUnlessReading() {
        if (reading.tryLock()) {
            try {
                content.close();
            } finally {
                reading.unlock();
            }
        }
    }
}
