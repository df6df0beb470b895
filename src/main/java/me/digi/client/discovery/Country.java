package me.digi.client.discovery;

import java.util.List;
import java.util.Map;
import me.digi.client.internal.values.ValueStyle;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** A country that sources are in. */
@Value.Immutable
@ValueStyle
public abstract class Country {
    Country() {}

    /** A builder; applications need it in tests alone. */
    public static Builder builder() {
        return new Builder();
    }

    /** Its id, for queries; 0 if the service sent none, and then no query takes it. */
    public abstract long id();

    /** Its code, such as {@code nl}. */
    public abstract @Nullable String code();

    /** Its name. */
    public abstract @Nullable String name();

    /** Its flag. */
    public abstract @Nullable Resource resource();

    /** What else the service says, as plain JSON values. */
    public abstract Map<String, Object> more();

    /**
     * What the service sent for it that could not be read as described, such as {@code id is not a whole number}; empty if
     * nothing was odd. Such a part is null, or what was meant where that is plain.
     */
    public abstract List<String> problems();

    /** Builds a {@link Country}. */
    public static final class Builder extends ImmutableCountry.Builder {
        Builder() {}
    }
}
