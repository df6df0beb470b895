package me.digi.client.discovery;

import java.util.List;
import java.util.Map;
import me.digi.client.internal.values.ValueStyle;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** Where data can come from, or be pushed to: a hospital, a bank, a social network. */
@Value.Immutable
@ValueStyle
public abstract class Source {
    Source() {}

    /** A builder; applications need it in tests alone. */
    public static Builder builder() {
        return new Builder();
    }

    /** Its id; 0 if the service sent none, and then no query takes it. */
    public abstract long id();

    /** Its name. */
    public abstract @Nullable String name();

    /** Whether it can be used. */
    public abstract @Nullable PublishedStatus publishedStatus();

    /** Its logo. */
    public abstract @Nullable Resource resource();

    /** The service through which it is reached. */
    public abstract @Nullable SourceService service();

    /** How it is authorised, and more that is said of it. */
    public abstract @Nullable SourceJson json();

    /** What else the service says, as plain JSON values. */
    public abstract Map<String, Object> more();

    /**
     * What the service sent for it that could not be read as described, such as {@code id is not a whole number}; empty if
     * nothing was odd. Such a part is null, or what was meant where that is plain.
     */
    public abstract List<String> problems();

    /** Builds a {@link Source}. */
    public static final class Builder extends ImmutableSource.Builder {
        Builder() {}
    }
}
