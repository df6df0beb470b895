package me.digi.client.discovery;

import java.util.Map;
import me.digi.client.internal.values.ValueStyle;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** A picture of something, such as a logo. */
@Value.Immutable
@ValueStyle
public abstract class Resource {
    Resource() {}

    /** A builder; applications need it in tests alone. */
    public static Builder builder() {
        return new Builder();
    }

    /** Where it is. */
    public abstract @Nullable String url();

    /** Its type, such as {@code image/png}. */
    public abstract @Nullable String mimeType();

    /** What else the service says, as plain JSON values. */
    public abstract Map<String, Object> more();

    /** Builds a {@link Resource}. */
    public static final class Builder extends ImmutableResource.Builder {
        Builder() {}
    }
}
