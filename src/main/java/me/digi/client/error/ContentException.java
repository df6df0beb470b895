package me.digi.client.error;

import java.io.IOException;
import java.util.Objects;

/**
 * What the stream of a file's content throws, since a stream may throw nothing but {@link IOException}: it carries the
 * exception that the methods without a stream throw. So code that copies streams needs to know nothing of this library,
 * and code that wants to know can ask:
 *
 * <pre>{@code
 * } catch (ContentException e) {
 *     throw e.failure();      // FileException, NetworkException
 * }
 * }</pre>
 *
 * <p>A stream that has failed fails again with the same failure, however often it is read.
 */
public final class ContentException extends IOException {
    private static final long serialVersionUID = 1L;

    private final DigiMeException failure;

    /** The content ends here, because of this. */
    public ContentException(DigiMeException failure) {
        super(Objects.requireNonNull(failure, "failure").getMessage(), failure);
        this.failure = failure;
    }

    /** What happened: the file is damaged or too large ({@link FileException}), or did not come whole ({@link NetworkException}). */
    public DigiMeException failure() {
        return failure;
    }
}
