package me.digi.client.read;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file in the list of a session. Read it again when {@link #updatedAt()} has advanced.
 * {@code SandboxValues.fileEntry} in the sandbox jar builds entries for tests.
 *
 * @param name the name to read the file by; empty if the service sent none, and then it cannot be read. Untrusted:
 *     {@code readAll} sanitizes it before using it as a file name
 * @param updatedAt when the content last changed; null if the service sent no time
 * @param schema the schema of the content
 * @param serviceGroup the name of the service's group
 * @param serviceName the service that the data comes from
 * @param objectType the type of the objects in the file
 * @param objectCount the number of objects in the file
 * @param problems missing or malformed parts: see {@link me.digi.client.read}
 */
public record FileEntry(
        String name,
        @Nullable Instant updatedAt,
        @Nullable FileSchema schema,
        @Nullable String serviceGroup,
        @Nullable String serviceName,
        @Nullable String objectVersion,
        @Nullable String objectType,
        @Nullable Long objectCount,
        List<String> problems) {
    public FileEntry {
        Objects.requireNonNull(name, "name");
        problems = List.copyOf(problems);
    }
}
