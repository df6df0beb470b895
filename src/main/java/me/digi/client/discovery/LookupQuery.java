package me.digi.client.discovery;

import java.util.List;
import me.digi.client.internal.io.Require;
import me.digi.client.internal.io.ValueStyle;
import org.immutables.value.Value;

/** What to look up of countries, platforms, categories or source types: everything, unless narrowed down. */
@Value.Immutable
@ValueStyle
public abstract class LookupQuery {
    LookupQuery() {}

    /** A builder that wants nothing. */
    public static Builder builder() {
        return new Builder();
    }

    /** The ids of those that are wanted; all of them unless set. */
    public abstract List<Long> ids();

    /** The members that are wanted, such as {@code name} or {@code resource.url}; all of them unless set. */
    public abstract List<String> include();

    @Value.Check
    void check() {
        ids().forEach(id -> Require.id("ids", id));
        include().forEach(member -> Require.text("include", member));
    }

    /** Builds a {@link LookupQuery}. */
    public static final class Builder extends ImmutableLookupQuery.Builder {
        Builder() {}
    }
}
