package me.digi.client.discovery;

import java.util.List;
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

    /** Its id, which is not that of the source; 0 if the service sent none. */
    public abstract long id();

    /** Its name. */
    public abstract @Nullable String name();

    /** Its reference. */
    public abstract @Nullable String reference();

    /** What else the service says, as plain JSON values. */
    public abstract Map<String, Object> more();

    /**
     * What the service sent for it that could not be read as described, such as {@code id is not a whole number}; empty if
     * nothing was odd. Such a part is null, or what was meant where that is plain.
     */
    public abstract List<String> problems();

    /** Builds a {@link SourceService}. */
    public static final class Builder extends ImmutableSourceService.Builder {
        Builder() {}
    }
}
