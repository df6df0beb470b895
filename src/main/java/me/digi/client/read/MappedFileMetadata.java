package me.digi.client.read;

import java.util.List;
import java.util.Map;
import me.digi.client.internal.values.ValueStyle;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A file of objects that digi.me fetched from a source, mostly JSON. A part that the service did not send as described is
 * null, and {@link #problems()} says so.
 */
@Value.Immutable
@ValueStyle
public abstract non-sealed class MappedFileMetadata implements FileMetadata {
    MappedFileMetadata() {}

    /** A builder that needs a schema; applications need it in tests alone. */
    public static Builder builder() {
        return new Builder();
    }

    /** How many objects are in the file. */
    public abstract @Nullable Long objectCount();

    /** What the objects are, such as {@code Media}. */
    public abstract @Nullable String objectType();

    /** The name of the group that the service is in, such as {@code Social}. */
    public abstract @Nullable String serviceGroup();

    /** The name of the service that the objects come from. */
    public abstract @Nullable String serviceName();

    /** What the objects follow. */
    public abstract FileSchema schema();

    @Override
    public abstract Map<String, Object> unknownMembers();

    @Override
    public abstract List<String> problems();

    /** Builds {@link MappedFileMetadata}. */
    public static final class Builder extends ImmutableMappedFileMetadata.Builder {
        Builder() {}
    }
}
