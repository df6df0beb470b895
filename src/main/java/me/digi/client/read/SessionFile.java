package me.digi.client.read;

import java.io.InputStream;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that is open: its content comes from the service, is decrypted and decompressed as it is read, and takes the
 * same small memory whatever its size. Read it once, as a stream, as bytes or as text, and close it: until then it holds
 * a connection.
 *
 * <pre>{@code
 * try (SessionFile file = files.read(name)) {
 *     Files.copy(file.stream(), target);
 * }
 * }</pre>
 *
 * <p>For one thread, but for {@link #close()}, which any thread may call: whoever reads then fails.
 */
public interface SessionFile extends AutoCloseable {
    /** The file's name. */
    String name();

    /** What the file is. */
    FileMetadata metadata();

    /** When it last changed, in whole seconds, if the service says so. */
    @Nullable
    Instant lastModified();

    /**
     * The content. It is good only once the stream has ended: what was damaged or cut, or grows past the limit, shows as
     * a {@link me.digi.client.error.ContentException} and never as an early end, and the format can show it at the end
     * alone. Closing the stream closes the file.
     *
     * @throws IllegalStateException if the content was asked for before
     */
    InputStream stream();

    /**
     * Reads the whole content, as far as {@link ReadOptions#maxBytesInMemory()} allows. Closes the file.
     *
     * @throws me.digi.client.error.FileException if the file is damaged or too large
     * @throws me.digi.client.error.NetworkException if it did not come whole, or this thread was interrupted
     * @throws IllegalStateException if the content was asked for before
     */
    byte[] readBytes();

    /** As {@link #readBytes()}, as text in UTF-8; content that is not valid UTF-8 is an error. */
    String readText();

    /** Lets go of the connection, whether the content was read to its end or not. */
    @Override
    void close();
}
