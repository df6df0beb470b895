package me.digi.client.discovery;

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

    /** Its id, for queries. */
    public abstract long id();

    /** Its code, such as {@code nl}. */
    public abstract @Nullable String code();

    /** Its name. */
    public abstract @Nullable String name();

    /** Its flag. */
    public abstract @Nullable Resource resource();

    /** What else the service says, as plain JSON values. */
    public abstract Map<String, Object> more();

    /** Builds a {@link Country}. */
    public static final class Builder extends ImmutableCountry.Builder {
        Builder() {}
    }
}
