package me.digi.client.read;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import me.digi.client.internal.io.Copies;
import org.jspecify.annotations.Nullable;

/**
 * A file of objects that digi.me fetched from a source, mostly JSON. A part that the service did not send as described is
 * null, and {@link #problems()} says so.
 *
 * @param objectCount how many objects are in the file
 * @param objectType what the objects are, such as {@code Media}
 * @param serviceGroup the name of the group that the service is in, such as {@code Social}
 * @param serviceName the name of the service that the objects come from
 * @param schema what the objects follow
 */
public record MappedFileMetadata(
        @Nullable Long objectCount,
        @Nullable String objectType,
        @Nullable String serviceGroup,
        @Nullable String serviceName,
        FileSchema schema,
        Map<String, Object> unknownMembers,
        List<String> problems)
        implements FileMetadata {
    /** Copies the map and the list. */
    public MappedFileMetadata {
        Objects.requireNonNull(schema, "schema");
        unknownMembers = Copies.of(unknownMembers);
        problems = List.copyOf(problems);
    }
}
