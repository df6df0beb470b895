package me.digi.client.discovery;

import java.util.List;

/**
 * Finds out what digi.me can reach. Get one from {@code DigiMe.discovery(contract)}; no user is needed. Safe for use by
 * many threads.
 *
 * <p>Every call throws a {@link me.digi.client.error.DigiMeException} if digi.me refuses it or cannot be reached.
 */
public interface Discovery {
    /** The first page of the sources that can be read from and are approved. */
    default SourcesPage sources() {
        return sources(SourcesQuery.builder().build());
    }

    /** A page of the sources that the query asks for. */
    SourcesPage sources(SourcesQuery query);

    /**
     * All sources that the query asks for, from its offset on. Pages are fetched as they are reached, by each iteration
     * anew; the query's limit is the size of a page.
     */
    Iterable<Source> allSources(SourcesQuery query);

    /** All countries. */
    default List<Country> countries() {
        return countries(LookupQuery.builder().build());
    }

    /** The countries that the query asks for. */
    List<Country> countries(LookupQuery query);

    /** All platforms. */
    default List<Platform> platforms() {
        return platforms(LookupQuery.builder().build());
    }

    /** The platforms that the query asks for. */
    List<Platform> platforms(LookupQuery query);

    /** All categories. */
    default List<Category> categories() {
        return categories(LookupQuery.builder().build());
    }

    /** The categories that the query asks for. */
    List<Category> categories(LookupQuery query);

    /** All kinds of source. */
    default List<SourceTypeInfo> sourceTypes() {
        return sourceTypes(LookupQuery.builder().build());
    }

    /** The kinds of source that the query asks for. */
    List<SourceTypeInfo> sourceTypes(LookupQuery query);

    /** The sets of sample data that a source has. */
    List<SampleDataSet> sampleDataSets(long sourceId);
}
