package me.digi.client.discovery;

import java.util.List;
import me.digi.client.internal.io.Require;
import me.digi.client.internal.io.ValueStyle;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** Narrows down sources. A source matches if it has one of the values of each list that is not empty. */
@Value.Immutable
@ValueStyle
public abstract class SourcesFilter {
    SourcesFilter() {}

    public static Builder builder() {
        return new Builder();
    }

    public abstract List<Long> ids();

    /** Default: {@link PublishedStatus#APPROVED} only. */
    public abstract List<PublishedStatus> publishedStatuses();

    /** The services that give access to the sources. */
    public abstract List<Long> serviceIds();

    public abstract List<Long> countryIds();

    public abstract List<Long> categoryIds();

    public abstract List<Long> platformIds();

    /** 1 is pull, 2 is push. Default: 1 only. */
    public abstract List<Long> typeIds();

    /** Matches this source only. */
    public abstract @Nullable Long sourceId();

    public abstract List<String> references();

    public abstract List<String> aliases();

    @Value.Check
    void check() {
        ids().forEach(id -> Require.id("ids", id));
        serviceIds().forEach(id -> Require.id("serviceIds", id));
        countryIds().forEach(id -> Require.id("countryIds", id));
        categoryIds().forEach(id -> Require.id("categoryIds", id));
        platformIds().forEach(id -> Require.id("platformIds", id));
        typeIds().forEach(id -> Require.id("typeIds", id));
        Long source = sourceId();
        if (source != null) {
            Require.id("sourceId", source);
        }
        references().forEach(reference -> Require.text("references", reference));
        aliases().forEach(alias -> Require.text("aliases", alias));
    }

    /** Builds a {@link SourcesFilter}. */
    public static final class Builder extends ImmutableSourcesFilter.Builder {
        Builder() {}
    }
}
