package me.digi.client.read;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file of a session, as the list names it. It is worth reading again when {@link #updatedAt()} has grown.
 * {@code SandboxValues.fileEntry} in the sandbox jar makes entries for tests.
 *
 * @param name what the file is read by; empty if the service sent no name, and then it cannot be read. It comes from outside:
 *     {@code readAll} makes it safe before it names a file on disk
 * @param updatedAt when its content last changed; null if the service sent no time
 * @param schema what its content follows
 * @param serviceGroup the name of the group that the service is in
 * @param serviceName the name of the service that it comes from
 * @param objectVersion the version of the objects in it
 * @param objectType the kind of the objects in it
 * @param objectCount how many objects are in it
 * @param problems what the service sent that could not be read as described, such as {@code objectCount is not a whole
 *     number}; empty if nothing was odd. Such a part is null, or what was meant if that is clear
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
    /** Copies the list. */
    public FileEntry {
        Objects.requireNonNull(name, "name");
        problems = List.copyOf(problems);
    }
}
