package me.digi.client.error;

import java.util.Objects;
import me.digi.client.internal.io.OneLine;
import org.jspecify.annotations.Nullable;

/**
 * A file was received but cannot be read. The format has no proof of integrity: damage shows only in the length, the
 * padding or the compressed data. Reading again helps if the file was damaged in transit, not if it was stored
 * damaged.
 *
 * <p>Streams wrap it in a {@link ContentException}.
 */
public final class FileException extends DigiMeException {
    private static final long serialVersionUID = 1L;

    public enum Problem {
        /** Not a name that can be requested: empty, {@code .}, {@code ..}, too long, or with control characters. */
        NAME("its name cannot be requested"),
        /** No {@code x-metadata} header, which says what the file is and how it is compressed. */
        METADATA_MISSING("it has no metadata"),
        /** The {@code x-metadata} header is too long, or not base64url of the JSON that the API promises. */
        METADATA_MALFORMED("its metadata is malformed"),
        /** Compressed in a way that this version does not support. */
        COMPRESSION_UNKNOWN("its compression is unknown"),
        /** Shorter than the shortest file, or not a multiple of 16 bytes: a part is missing. */
        LENGTH("its length is not that of an encrypted file"),
        /** Encrypted for another private key than the contract's, or damaged at its beginning. */
        WRONG_KEY("it is not encrypted for the contract's private key"),
        /** Decrypting with the contract's private key yields no AES-256 key. */
        CONTENT_KEY("its AES key does not have 32 bytes"),
        /** The last block's padding is wrong: the end is missing or damaged. */
        PADDING("its end is missing or damaged"),
        /** The decrypted data is incomplete compressed data, or has trailing bytes. */
        COMPRESSED_DATA("its compressed data is damaged"),
        /** Larger than the application's limit. */
        TOO_LARGE("its content is too large"),
        /** Read as text, but not UTF-8. */
        NOT_TEXT("its content is not UTF-8 text");

        private final String words;

        Problem(String words) {
            this.words = words;
        }
    }

    private final String fileName;
    private final Problem problem;

    /**
     * An unreadable file.
     *
     * @param detail completes the message; must not quote the file's content
     */
    public FileException(String fileName, Problem problem, @Nullable String detail, @Nullable Throwable cause) {
        super(message(fileName, problem, detail), cause);
        this.fileName = fileName;
        this.problem = problem;
    }

    /** The file's name, as listed. */
    public String fileName() {
        return fileName;
    }

    public Problem problem() {
        return problem;
    }

    private static String message(String fileName, Problem problem, @Nullable String detail) {
        Objects.requireNonNull(fileName, "fileName");
        String message = "cannot read the file " + OneLine.of(fileName) + ": " + problem.words;
        return detail == null ? message : message + ": " + OneLine.of(detail);
    }
}
