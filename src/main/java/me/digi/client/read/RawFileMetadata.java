package me.digi.client.read;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import me.digi.client.internal.values.ValueStyle;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** A file as it was pushed to the user's library. */
@Value.Immutable
@ValueStyle
public abstract non-sealed class RawFileMetadata implements FileMetadata {
    RawFileMetadata() {}

    /** A builder that wants a media type; applications need it in tests alone. */
    public static Builder builder() {
        return new Builder();
    }

    /** The file's media type, such as {@code application/pdf}. */
    public abstract String mimeType();

    /** The ids of the accounts that the file was pushed for. */
    public abstract List<String> accountIds();

    /** The id of the application that pushed it. */
    public abstract @Nullable String appId();

    /** When it was pushed. */
    public abstract @Nullable Instant createdAt();

    /** The id of the contract under which it was pushed. */
    public abstract @Nullable String contractId();

    /** The kinds of object that it holds. */
    public abstract List<RawObjectType> objectTypes();

    /** The id of the partner whose application pushed it. */
    public abstract @Nullable String partnerId();

    /** The references that it was pushed under. */
    public abstract List<String> references();

    /** The ids of the service groups that it belongs to. */
    public abstract List<Long> serviceGroups();

    /** The tags that it was pushed with. */
    public abstract List<String> tags();

    @Override
    public abstract Map<String, Object> unknownMembers();

    @Override
    public abstract List<String> problems();

    /** Builds {@link RawFileMetadata}. */
    public static final class Builder extends ImmutableRawFileMetadata.Builder {
        Builder() {}
    }
}
