package me.digi.client.discovery;

import java.util.List;
import me.digi.client.internal.io.Require;
import me.digi.client.internal.io.ValueStyle;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** Selects and sorts sources. */
@Value.Immutable
@ValueStyle
public abstract class SourcesQuery {
    SourcesQuery() {}

    public static Builder builder() {
        return new Builder();
    }

    /** The largest number of sources in a page. Default: chosen by the service. */
    public abstract @Nullable Integer limit();

    /** The number of sources to skip. Default: 0. */
    @Value.Default
    public long offset() {
        return 0;
    }

    /** The order of names. Default: chosen by the service. */
    public abstract @Nullable SortOrder sortByName();

    /** Texts to search for in single members. Optional. */
    public abstract @Nullable SourcesSearch search();

    /** What a user typed into a search box. Optional. */
    public abstract @Nullable String text();

    /** The members to return, such as {@code name} or {@code service.id}. Default: all. */
    public abstract List<String> include();

    /** Optional. */
    public abstract @Nullable SourcesFilter filter();

    @Value.Check
    void check() {
        Integer limit = limit();
        if (limit != null) {
            Require.range("limit", limit, 1, Long.MAX_VALUE);
        }
        Require.range("offset", offset(), 0, Long.MAX_VALUE);
        include().forEach(member -> Require.text("include", member));
    }

    /** Builds a {@link SourcesQuery}. */
    public static final class Builder extends ImmutableSourcesQuery.Builder {
        Builder() {}
    }
}
