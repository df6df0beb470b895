package me.digi.client.discovery;

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

    /** Its id, for queries. */
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

    /** Builds a {@link Category}. */
    public static final class Builder extends ImmutableCategory.Builder {
        Builder() {}
    }
}
