package me.digi.client.read;

import java.time.Instant;
import me.digi.client.internal.values.ValueStyle;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** A file of a session, as the list names it. It is worth reading again when {@link #updatedAt()} has grown. */
@Value.Immutable
@ValueStyle
public abstract class FileEntry {
    FileEntry() {}

    /** A builder that wants a name and a time; applications need it in tests alone. */
    public static Builder builder() {
        return new Builder();
    }

    /** What the file is read by. It comes from outside: {@code readAll} makes it safe before it names a file on disk. */
    public abstract String name();

    /** When its content last changed. */
    public abstract Instant updatedAt();

    /** What its content follows. */
    public abstract @Nullable FileSchema schema();

    /** The name of the group that the service is in. */
    public abstract @Nullable String serviceGroup();

    /** The name of the service that it comes from. */
    public abstract @Nullable String serviceName();

    /** The version of the objects in it. */
    public abstract @Nullable String objectVersion();

    /** The kind of the objects in it. */
    public abstract @Nullable String objectType();

    /** How many objects are in it. */
    public abstract @Nullable Long objectCount();

    /** Builds a {@link FileEntry}. */
    public static final class Builder extends ImmutableFileEntry.Builder {
        Builder() {}
    }
}
