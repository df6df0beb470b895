package me.digi.client.read;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import me.digi.client.internal.io.Collecting;
import org.jspecify.annotations.Nullable;

/**
 * Describes a file of objects that digi.me fetched from a source, mostly JSON.
 *
 * @param objectType such as {@code Media}
 * @param serviceGroup the name of the service's group, such as {@code Social}
 * @param serviceName the service that the objects come from
 * @param schema the schema of the objects
 */
public record MappedFileMetadata(
        @Nullable Long objectCount,
        @Nullable String objectType,
        @Nullable String serviceGroup,
        @Nullable String serviceName,
        FileSchema schema,
        Map<String, Object> more,
        List<String> problems)
        implements FileMetadata {
    public MappedFileMetadata {
        Objects.requireNonNull(schema, "schema");
        more = Collecting.copyOf(more);
        problems = List.copyOf(problems);
    }
}
