package me.digi.client.read;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file that {@code readAll} has read.
 *
 * @param entry the file as the list named it when it was read
 * @param metadata what it is
 * @param bytes how many bytes of its content were read
 * @param path where it lies, if it was read into a directory
 */
public record ReadFile(
        FileEntry entry,
        FileMetadata metadata,
        long bytes,
        @Nullable Path path) {
    /** Wants an entry and metadata. */
    public ReadFile {
        Objects.requireNonNull(entry, "entry");
        Objects.requireNonNull(metadata, "metadata");
    }
}
