package me.digi.client.storage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file in a storage. A part that the service did not send as described is null, and a problem.
 *
 * @param id its id; empty if the service sent none
 * @param name its name as the service keeps it
 * @param path the folder as the service keeps it, below the application's own
 * @param originalName its name as it was uploaded
 * @param originalPath the folder as it was named when the file was uploaded
 * @param problems what could not be read as described, such as {@code name is missing}; empty if nothing was odd
 */
public record StorageFile(
        String id,
        @Nullable String name,
        @Nullable String path,
        @Nullable String originalName,
        @Nullable String originalPath,
        List<String> problems) {
    /** Copies the list. */
    public StorageFile {
        problems = List.copyOf(problems);
    }
}
