package me.digi.client.read;

import java.util.Objects;

/**
 * A file that {@code readAll} could not read.
 *
 * @param cause a {@link me.digi.client.error.DigiMeException}, or what the handler or file system threw
 */
public record FailedFile(FileEntry entry, Throwable cause) {
    public FailedFile {
        Objects.requireNonNull(entry, "entry");
        Objects.requireNonNull(cause, "cause");
    }
}
