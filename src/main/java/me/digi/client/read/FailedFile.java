package me.digi.client.read;

import java.util.Objects;

/**
 * A file that {@code readAll} could not read.
 *
 * @param entry the file as the list named it
 * @param cause why: a {@link me.digi.client.error.DigiMeException}, or what the handler or the disk threw
 */
public record FailedFile(FileEntry entry, Throwable cause) {
    /** Wants both. */
    public FailedFile {
        Objects.requireNonNull(entry, "entry");
        Objects.requireNonNull(cause, "cause");
    }
}
