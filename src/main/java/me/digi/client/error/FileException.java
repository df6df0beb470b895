package me.digi.client.error;

import java.util.Objects;
import me.digi.client.internal.io.OneLine;
import org.jspecify.annotations.Nullable;

/**
 * A file came, and cannot be read. Nothing in the format proves that a file is whole and unaltered: what can be told is
 * told by its length, its padding and its compressed form, and is a {@link Problem} here. Reading it once more helps if
 * it was damaged on the way, and not if it was stored like that.
 *
 * <p>Thrown as it is by the methods that read a whole file or open one; a stream, which may only throw
 * {@link java.io.IOException}, wraps it in a {@link ContentException}.
 */
public final class FileException extends DigiMeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong with the file. */
    public enum Problem {
        /** Its name is none that the service can be asked for: empty, a dot or two, too long, or with control characters. */
        NAME("its name cannot be asked for"),
        /** It came without {@code x-metadata}, which says what it is and how it is compressed. */
        METADATA_MISSING("it has no metadata"),
        /** Its {@code x-metadata} is too long, or not base64url of the JSON that the API promises. */
        METADATA_MALFORMED("its metadata is malformed"),
        /** It is compressed in a way that this version does not know. */
        COMPRESSION_UNKNOWN("its compression is unknown"),
        /** It is shorter than the shortest file, or its length is no multiple of 16: a part is missing. */
        LENGTH("its length is not that of an encrypted file"),
        /** The contract's private key does not open it: it was encrypted for another one, or its beginning is damaged. */
        WRONG_KEY("it is not encrypted for the contract's private key"),
        /** The contract's private key opens it, and what is inside is no AES-256 key. */
        CONTENT_KEY("the AES key inside it is not one of 32 bytes"),
        /** Its last block is not padded as it should be: its end is missing or damaged. */
        PADDING("its end is missing or damaged"),
        /** It decrypts, and what comes out is no whole compressed data, or has something after its end. */
        COMPRESSED_DATA("its compressed data is damaged"),
        /** Its content is larger than the application's limit. */
        TOO_LARGE("its content is too large"),
        /** It was to be read as text, and is not UTF-8. */
        NOT_TEXT("its content is not UTF-8 text");

        private final String words;

        Problem(String words) {
            this.words = words;
        }
    }

    private final String fileName;
    private final Problem problem;

    /** This file has this problem; the detail, which may not quote its content, completes the message. */
    public FileException(String fileName, Problem problem, @Nullable String detail, @Nullable Throwable cause) {
        super(message(fileName, problem, detail), cause);
        this.fileName = fileName;
        this.problem = problem;
    }

    /** The file's name, as it is listed. */
    public String fileName() {
        return fileName;
    }

    /** What is wrong with it. */
    public Problem problem() {
        return problem;
    }

    private static String message(String fileName, Problem problem, @Nullable String detail) {
        Objects.requireNonNull(fileName, "fileName");
        String message = "cannot read the file " + OneLine.of(fileName) + ": " + problem.words;
        return detail == null ? message : message + ": " + OneLine.of(detail);
    }
}
