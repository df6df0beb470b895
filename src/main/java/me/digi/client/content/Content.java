package me.digi.client.content;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is pushed or uploaded. It is streamed and never held in memory as a whole.
 *
 * <p>Content that can be opened again survives an expired token and a connection that breaks before anything was sent:
 * the request is repeated. Content that can be read only once ({@link #once}) is sent once: the token is refreshed before
 * it is touched, and a failure after that is the application's to deal with.
 *
 * <p>Safe for use by many threads, but for {@link #once}.
 */
public final class Content {
    private final Opener opener;
    private final boolean repeatable;
    private final @Nullable Long length;

    private Content(Opener opener, boolean repeatable, @Nullable Long length) {
        this.opener = opener;
        this.repeatable = repeatable;
        this.length = length;
    }

    /** These bytes, which must not be changed before they have been sent. */
    public static Content of(byte[] bytes) {
        Objects.requireNonNull(bytes, "bytes");
        return new Content(() -> new ByteArrayInputStream(bytes), true, (long) bytes.length);
    }

    /** This text as UTF-8. */
    public static Content of(String text) {
        return of(Objects.requireNonNull(text, "text").getBytes(StandardCharsets.UTF_8));
    }

    /**
     * What is in this file when it is sent.
     *
     * @throws IOException if the file is not there or cannot be looked at
     */
    public static Content of(Path file) throws IOException {
        Objects.requireNonNull(file, "file");
        return new Content(() -> Files.newInputStream(file), true, Files.size(file));
    }

    /**
     * Whatever can be opened again, of a known length.
     *
     * @param length in bytes; a stream that turns out shorter or longer fails the request
     */
    public static Content reopenable(long length, Opener opener) {
        return new Content(Objects.requireNonNull(opener, "opener"), true, checked(length));
    }

    /** Whatever can be opened again, of a length that is not known. */
    public static Content reopenable(Opener opener) {
        return new Content(Objects.requireNonNull(opener, "opener"), true, null);
    }

    /**
     * A stream that can be read only once, of a known length. It is closed when it has been sent, or has not.
     *
     * @param length in bytes; a stream that turns out shorter or longer fails the request
     */
    public static Content once(long length, InputStream stream) {
        return new Content(new OneTimeOpener(Objects.requireNonNull(stream, "stream")), false, checked(length));
    }

    /** A stream that can be read only once, of a length that is not known. It is closed when it has been sent, or has not. */
    public static Content once(InputStream stream) {
        return new Content(new OneTimeOpener(Objects.requireNonNull(stream, "stream")), false, null);
    }

    /** Whether it can be opened more than once. */
    public boolean isRepeatable() {
        return repeatable;
    }

    /** How many bytes there are, or null if that is not known. */
    public @Nullable Long length() {
        return length;
    }

    /**
     * The content from its beginning, for the caller to close.
     *
     * @throws IOException if it cannot be opened, or not once more
     */
    public InputStream open() throws IOException {
        return opener.open();
    }

    /**
     * The same content in another form, such as compressed or encrypted; as often to be read as this one.
     *
     * @param newLength the length of the other form, by this one's
     * @param form makes the other form of a stream of this one
     */
    public Content transformed(LongUnaryOperator newLength, Form form) {
        return new Content(
                () -> form.of(open()), repeatable, length == null ? null : checked(newLength.applyAsLong(length)));
    }

    @Override
    public String toString() {
        return "Content[" + (length == null ? "of unknown length" : length + " bytes")
                + (repeatable ? "]" : ", to be read once]");
    }

    private static long checked(long length) {
        if (length < 0) {
            throw new IllegalArgumentException("length must be 0 or more: " + length);
        }
        return length;
    }

    /** Opens a content from its beginning. */
    @FunctionalInterface
    public interface Opener {
        /** A new stream, for the caller to close. */
        InputStream open() throws IOException;
    }

    /** Another form of a content, made as it is read. */
    @FunctionalInterface
    public interface Form {
        /** A stream of the other form, which closes the plain one. */
        InputStream of(InputStream plain) throws IOException;
    }
}
