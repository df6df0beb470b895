package me.digi.client.discovery;

import java.util.List;
import java.util.Map;
import me.digi.client.internal.values.ValueStyle;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** A category that sources are in, such as health. */
@Value.Immutable
@ValueStyle
public abstract class Category {
    Category() {}

    /** A builder; applications need it in tests alone. */
    public static Builder builder() {
        return new Builder();
    }

    /** Its id, for queries; 0 if the service sent none, and then no query takes it. */
    public abstract long id();

    /** The kind of category. */
    public abstract @Nullable Long categoryTypeId();

    /** Its name. */
    public abstract @Nullable String name();

    /** Its reference. */
    public abstract @Nullable String reference();

    /** Its title. */
    public abstract @Nullable String title();

    /** What stands below the title. */
    public abstract @Nullable String subTitle();

    /** A longer title. */
    public abstract @Nullable String expandedTitle();

    /** What stands below the longer title. */
    public abstract @Nullable String expandedSubTitle();

    /** Its picture. */
    public abstract @Nullable Resource resource();

    /** What else the service says, as plain JSON values. */
    public abstract Map<String, Object> more();

    /**
     * What the service sent for it that could not be read as described, such as {@code id is not a whole number}; empty if
     * nothing was odd. Such a part is null, or what was meant where that is plain.
     */
    public abstract List<String> problems();

    /** Builds a {@link Category}. */
    public static final class Builder extends ImmutableCategory.Builder {
        Builder() {}
    }
}
