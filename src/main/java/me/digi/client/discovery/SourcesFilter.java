package me.digi.client.discovery;

import java.util.List;
import me.digi.client.internal.io.Require;
import me.digi.client.internal.io.ValueStyle;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** Which sources are wanted; a part that is empty narrows nothing down. */
@Value.Immutable
@ValueStyle
public abstract class SourcesFilter {
    SourcesFilter() {}

    /** A builder that wants nothing. */
    public static Builder builder() {
        return new Builder();
    }

    /** With one of these ids. */
    public abstract List<Long> ids();

    /** With one of these states; {@link PublishedStatus#APPROVED} alone unless set. */
    public abstract List<PublishedStatus> publishedStatuses();

    /** Reached through one of these services. */
    public abstract List<Long> serviceIds();

    /** In one of these countries. */
    public abstract List<Long> countryIds();

    /** In one of these categories. */
    public abstract List<Long> categoryIds();

    /** On one of these platforms. */
    public abstract List<Long> platformIds();

    /** Of one of these kinds: 1 is pull, 2 is push; 1 alone unless set. */
    public abstract List<Long> typeIds();

    /** This one source. */
    public abstract @Nullable Long sourceId();

    /** With one of these references. */
    public abstract List<String> references();

    /** With one of these aliases. */
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
