package me.digi.client.error;

import java.io.IOException;
import java.util.Objects;

/**
 * Thrown by streams of file content, which can throw only {@link IOException}. Wraps the exception that methods
 * without a stream throw: code that copies streams needs no digi.me types, other code can unwrap it.
 *
 * <pre>{@code
 * } catch (ContentException e) {
 *     throw e.failure();      // FileException, NetworkException
 * }
 * }</pre>
 *
 * <p>Once failed, a stream throws the same failure on every read.
 */
public final class ContentException extends IOException {
    private static final long serialVersionUID = 1L;

    private final DigiMeException failure;

    public ContentException(DigiMeException failure) {
        super(Objects.requireNonNull(failure, "failure").getMessage(), failure);
        this.failure = failure;
    }

    /**
     * Why: a damaged or too large file ({@link FileException}), or an incomplete download ({@link NetworkException}).
     */
    public DigiMeException failure() {
        return failure;
    }
}
