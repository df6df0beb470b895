package me.digi.client.read;

import java.io.InputStream;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An open file. Its content is decrypted and decompressed as it is read, in constant memory. Read it once, as a stream,
 * bytes or text, and close it: until then it holds a connection.
 *
 * <pre>{@code
 * try (SessionFile file = files.read(name)) {
 *     Files.copy(file.stream(), target);
 * }
 * }</pre>
 *
 * <p>For use by one thread, except that {@link #close()} may be called from any; a concurrent read then fails.
 */
public interface SessionFile extends AutoCloseable {
    String name();

    FileMetadata metadata();

    /** When the file last changed, in whole seconds; null if the service does not say. */
    @Nullable
    Instant lastModified();

    /**
     * The content. Trust it only once the stream has ended: damaged, truncated or oversized content throws
     * {@link me.digi.client.error.ContentException} rather than ending early, in some cases only at the end. Closing
     * the stream closes the file.
     *
     * @throws IllegalStateException if the content was requested before
     */
    InputStream stream();

    /**
     * Reads the whole content, up to {@link ReadOptions#maxBytesInMemory()}, and closes the file.
     *
     * @throws me.digi.client.error.FileException if the file is damaged or too large
     * @throws me.digi.client.error.NetworkException if the download broke off, or this thread was interrupted
     * @throws IllegalStateException if the content was requested before
     */
    byte[] readBytes();

    /** As {@link #readBytes()}, decoded as UTF-8; malformed UTF-8 is an error. */
    String readText();

    /** Releases the connection, also before the content is read to its end. */
    @Override
    void close();
}
