package me.digi.client.read;

import java.time.Instant;
import java.util.List;
import me.digi.client.internal.values.ValueStyle;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** A file of a session, as the list names it. It is worth reading again when {@link #updatedAt()} has grown. */
@Value.Immutable
@ValueStyle
public abstract class FileEntry {
    FileEntry() {}

    /** A builder that needs a name; applications need it in tests alone. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * What the file is read by; empty if the service sent no name, and then it cannot be read. It comes from outside:
     * {@code readAll} makes it safe before it names a file on disk.
     */
    public abstract String name();

    /** When its content last changed; null if the service sent no time. */
    public abstract @Nullable Instant updatedAt();

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

    /**
     * What the service sent for it that could not be read as described, such as {@code objectCount is not a whole number}; empty if
     * nothing was odd. Such a part is null, or what was meant where that is plain.
     */
    public abstract List<String> problems();

    /** Builds a {@link FileEntry}. */
    public static final class Builder extends ImmutableFileEntry.Builder {
        Builder() {}
    }
}
