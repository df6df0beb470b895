package me.digi.client.read;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file that {@code readAll} has read.
 *
 * @param entry the list entry at the time of reading
 * @param bytes the size of the content
 * @param path where the file was saved; null unless read into a directory
 */
public record ReadFile(
        FileEntry entry,
        FileMetadata metadata,
        long bytes,
        @Nullable Path path) {
    public ReadFile {
        Objects.requireNonNull(entry, "entry");
        Objects.requireNonNull(metadata, "metadata");
    }
}
