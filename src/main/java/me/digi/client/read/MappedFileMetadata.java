package me.digi.client.read;

import java.util.Map;
import me.digi.client.internal.values.ValueStyle;
import org.immutables.value.Value;

/** A file of objects that digi.me fetched from a source, mostly JSON. */
@Value.Immutable
@ValueStyle
public abstract non-sealed class MappedFileMetadata implements FileMetadata {
    MappedFileMetadata() {}

    /** A builder that wants all members; applications need it in tests alone. */
    public static Builder builder() {
        return new Builder();
    }

    /** How many objects are in the file. */
    public abstract long objectCount();

    /** What the objects are, such as {@code Media}. */
    public abstract String objectType();

    /** The name of the group that the service is in, such as {@code Social}. */
    public abstract String serviceGroup();

    /** The name of the service that the objects come from. */
    public abstract String serviceName();

    /** What the objects follow. */
    public abstract FileSchema schema();

    @Override
    public abstract Map<String, Object> unknownMembers();

    /** Builds {@link MappedFileMetadata}. */
    public static final class Builder extends ImmutableMappedFileMetadata.Builder {
        Builder() {}
    }
}
