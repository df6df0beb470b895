package me.digi.client.discovery;

import java.util.Map;
import me.digi.client.internal.values.ValueStyle;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The service through which a source is reached. Its id is what a user can be sent to add. */
@Value.Immutable
@ValueStyle
public abstract class SourceService {
    SourceService() {}

    /** A builder; applications need it in tests alone. */
    public static Builder builder() {
        return new Builder();
    }

    /** Its id, which is not that of the source. */
    public abstract long id();

    /** Its name. */
    public abstract @Nullable String name();

    /** Its reference. */
    public abstract @Nullable String reference();

    /** What else the service says, as plain JSON values. */
    public abstract Map<String, Object> more();

    /** Builds a {@link SourceService}. */
    public static final class Builder extends ImmutableSourceService.Builder {
        Builder() {}
    }
}
