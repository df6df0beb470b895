package me.digi.client.discovery;

import java.util.List;
import java.util.Map;
import me.digi.client.internal.values.ValueStyle;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** A platform that sources run on. */
@Value.Immutable
@ValueStyle
public abstract class Platform {
    Platform() {}

    /** A builder; applications need it in tests alone. */
    public static Builder builder() {
        return new Builder();
    }

    /** Its id, for queries; 0 if the service sent none, and then no query takes it. */
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

    /** Builds a {@link Platform}. */
    public static final class Builder extends ImmutablePlatform.Builder {
        Builder() {}
    }
}
