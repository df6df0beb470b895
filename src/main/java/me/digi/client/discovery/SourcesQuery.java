package me.digi.client.discovery;

import java.util.List;
import me.digi.client.internal.io.Require;
import me.digi.client.internal.io.ValueStyle;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Selects and sorts sources. A source is listed if it has one of the values of each list that is not empty.
 *
 * <pre>{@code
 * SourcesQuery query = SourcesQuery.builder().addCountryIds(1).text("hospital").limit(20).build();
 * }</pre>
 */
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

    /** The members to return, such as {@code name} or {@code service.id}. Default: all. */
    public abstract List<String> include();

    /** What a user typed into a search box. Optional. */
    public abstract @Nullable String text();

    /** Texts to search for in the name. */
    public abstract List<String> searchNames();

    /** Texts to search for in the abbreviation. */
    public abstract List<String> searchAbbreviations();

    /** Texts to search for in the aliases. */
    public abstract List<String> searchAliases();

    /** Texts to search for in the names of medical centers. */
    public abstract List<String> searchMedicalCenters();

    /** Texts to search for in the names of practitioners. */
    public abstract List<String> searchPractitioners();

    /** Texts to search for in the city of the address. */
    public abstract List<String> searchCities();

    /** Texts to search for in the postal code of the address. */
    public abstract List<String> searchPostalCodes();

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
        Integer limit = limit();
        if (limit != null) {
            Require.range("limit", limit, 1, Long.MAX_VALUE);
        }
        Require.range("offset", offset(), 0, Long.MAX_VALUE);
        Long source = sourceId();
        if (source != null) {
            Require.id("sourceId", source);
        }
        Require.texts("include", include());
        Require.texts("searchNames", searchNames());
        Require.texts("searchAbbreviations", searchAbbreviations());
        Require.texts("searchAliases", searchAliases());
        Require.texts("searchMedicalCenters", searchMedicalCenters());
        Require.texts("searchPractitioners", searchPractitioners());
        Require.texts("searchCities", searchCities());
        Require.texts("searchPostalCodes", searchPostalCodes());
        Require.ids("ids", ids());
        Require.ids("serviceIds", serviceIds());
        Require.ids("countryIds", countryIds());
        Require.ids("categoryIds", categoryIds());
        Require.ids("platformIds", platformIds());
        Require.ids("typeIds", typeIds());
        Require.texts("references", references());
        Require.texts("aliases", aliases());
    }

    /** Builds a {@link SourcesQuery}. */
    public static final class Builder extends ImmutableSourcesQuery.Builder {
        Builder() {}
    }
}
