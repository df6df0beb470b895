package me.digi.client.storage;

import me.digi.client.internal.values.Require;

/**
 * A file in a storage.
 *
 * @param id its id
 * @param name its name as the service keeps it
 * @param path the folder as the service keeps it, below the application's own
 * @param originalName its name as it was uploaded
 * @param originalPath the folder as it was named when the file was uploaded
 */
public record StorageFile(String id, String name, String path, String originalName, String originalPath) {
    /** Refuses a blank id. */
    public StorageFile {
        Require.text("id", id);
    }
}
