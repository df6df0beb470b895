package me.digi.client.discovery;

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

    /** Its id. */
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

    /** Builds a {@link Source}. */
    public static final class Builder extends ImmutableSource.Builder {
        Builder() {}
    }
}
