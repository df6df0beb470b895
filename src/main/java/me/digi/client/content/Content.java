package me.digi.client.content;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The content of a push or upload. It is streamed, never held in memory as a whole.
 *
 * <p>A request with repeatable content is sent again after an expired token, or a connection that breaks before
 * anything was sent. One-shot content ({@link #oneShot}) is sent once: the token is refreshed before, and later failures
 * are the application's to handle.
 *
 * <p>Safe for use by many threads, except for {@link #oneShot}.
 */
public final class Content {
    private final Opener opener;
    private final boolean oneShot;
    private final @Nullable Long length;

    private Content(Opener opener, boolean oneShot, @Nullable Long length) {
        this.opener = opener;
        this.oneShot = oneShot;
        this.length = length;
    }

    /** Bytes, which are not copied: do not change them before they have been sent. */
    public static Content of(byte[] bytes) {
        Objects.requireNonNull(bytes, "bytes");
        return new Content(() -> new ByteArrayInputStream(bytes), false, (long) bytes.length);
    }

    /** The text, encoded as UTF-8. */
    public static Content of(String text) {
        return of(Objects.requireNonNull(text, "text").getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A file, read when it is sent.
     *
     * @throws IOException if the file does not exist or cannot be accessed
     */
    public static Content of(Path file) throws IOException {
        Objects.requireNonNull(file, "file");
        return new Content(() -> Files.newInputStream(file), false, Files.size(file));
    }

    /**
     * Repeatable content of known length.
     *
     * @param length in bytes; a stream of another length fails the request
     */
    public static Content repeatable(long length, Opener opener) {
        return new Content(Objects.requireNonNull(opener, "opener"), false, checked(length));
    }

    /** Repeatable content of unknown length. */
    public static Content repeatable(Opener opener) {
        return new Content(Objects.requireNonNull(opener, "opener"), false, null);
    }

    /**
     * One-shot content of known length. The stream is closed whether it was sent or not.
     *
     * @param length in bytes; a stream of another length fails the request
     */
    public static Content oneShot(long length, InputStream stream) {
        return new Content(once(stream), true, checked(length));
    }

    /** One-shot content of unknown length. The stream is closed whether it was sent or not. */
    public static Content oneShot(InputStream stream) {
        return new Content(once(stream), true, null);
    }

    /** Opens the stream once: a second reader would find it empty, and send nothing as if it were everything. */
    private static Opener once(InputStream stream) {
        AtomicReference<@Nullable InputStream> unread = new AtomicReference<>(Objects.requireNonNull(stream, "stream"));
        return () -> {
            InputStream first = unread.getAndSet(null);
            if (first == null) {
                throw new IOException("one-shot content was already opened: use repeatable content");
            }
            return first;
        };
    }

    /** Whether the content can be opened only once. */
    public boolean isOneShot() {
        return oneShot;
    }

    /** The length in bytes; null if unknown. */
    public @Nullable Long length() {
        return length;
    }

    /**
     * Opens the content from its beginning; the caller closes the stream.
     *
     * @throws IOException if it cannot be opened, or is one-shot and was opened before
     */
    public InputStream open() throws IOException {
        return opener.open();
    }

    /**
     * Returns the content transformed, such as compressed or encrypted. It is one-shot if this content is.
     *
     * @param newLength computes the new length from this content's
     */
    public Content transformed(LongUnaryOperator newLength, Form form) {
        return new Content(
                () -> form.of(open()), oneShot, length == null ? null : checked(newLength.applyAsLong(length)));
    }

    @Override
    public String toString() {
        return "Content[" + (length == null ? "unknown length" : length + " bytes") + (oneShot ? ", one-shot]" : "]");
    }

    private static long checked(long length) {
        if (length < 0) {
            throw new IllegalArgumentException("length must be 0 or more: " + length);
        }
        return length;
    }

    @FunctionalInterface
    public interface Opener {
        /** Opens a new stream from the beginning of the content; the caller closes it. */
        InputStream open() throws IOException;
    }

    /** Transforms a content as it is read. */
    @FunctionalInterface
    public interface Form {
        /** Returns a stream that closes {@code plain} when closed. */
        InputStream of(InputStream plain) throws IOException;
    }
}
