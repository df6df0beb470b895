package me.digi.client.discovery;

import java.util.List;
import me.digi.client.internal.io.Require;
import me.digi.client.internal.io.ValueStyle;
import org.immutables.value.Value;

/** Narrows down countries, platforms, categories or source types. */
@Value.Immutable
@ValueStyle
public abstract class LookupQuery {
    LookupQuery() {}

    public static Builder builder() {
        return new Builder();
    }

    /** Default: all. */
    public abstract List<Long> ids();

    /** The members to return, such as {@code name} or {@code resource.url}. Default: all. */
    public abstract List<String> include();

    @Value.Check
    void check() {
        Require.ids("ids", ids());
        Require.texts("include", include());
    }

    /** Builds a {@link LookupQuery}. */
    public static final class Builder extends ImmutableLookupQuery.Builder {
        Builder() {}
    }
}
