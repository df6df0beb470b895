package me.digi.client.discovery;

import java.util.List;
import me.digi.client.internal.io.Require;
import me.digi.client.internal.io.ValueStyle;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** Which sources to list, in which order, and which part of them. */
@Value.Immutable
@ValueStyle
public abstract class SourcesQuery {
    SourcesQuery() {}

    /** A builder that wants nothing. */
    public static Builder builder() {
        return new Builder();
    }

    /** How many at the most in one page; the service decides unless set. */
    public abstract @Nullable Integer limit();

    /** How many to pass over, from 0. */
    @Value.Default
    public long offset() {
        return 0;
    }

    /** In which order of names; the service decides unless set. */
    public abstract @Nullable SortOrder sortByName();

    /** Texts to search for. */
    public abstract @Nullable SourcesSearch search();

    /** What a user typed into a search box. */
    public abstract @Nullable String text();

    /** The members that are wanted, such as {@code name} or {@code service.id}; all of them unless set. */
    public abstract List<String> include();

    /** Which sources. */
    public abstract @Nullable SourcesFilter filter();

    @Value.Check
    void check() {
        Integer limit = limit();
        if (limit != null && limit < 1) {
            throw new IllegalArgumentException("limit must be 1 or more: " + limit);
        }
        if (offset() < 0) {
            throw new IllegalArgumentException("offset must be 0 or more: " + offset());
        }
        include().forEach(member -> Require.text("include", member));
    }

    /** Builds a {@link SourcesQuery}. */
    public static final class Builder extends ImmutableSourcesQuery.Builder {
        Builder() {}
    }
}
