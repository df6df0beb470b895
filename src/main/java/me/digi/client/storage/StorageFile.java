package me.digi.client.storage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file in a storage. Parts that the service did not send are null.
 *
 * @param id empty if the service sent none
 * @param name as stored
 * @param path the folder as stored, below the application's own
 * @param originalName as uploaded
 * @param originalPath the folder as uploaded
 * @param problems messages about missing or malformed parts, such as {@code name is missing}
 */
public record StorageFile(
        String id,
        @Nullable String name,
        @Nullable String path,
        @Nullable String originalName,
        @Nullable String originalPath,
        List<String> problems) {
    public StorageFile {
        problems = List.copyOf(problems);
    }
}
