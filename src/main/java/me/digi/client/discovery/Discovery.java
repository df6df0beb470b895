package me.digi.client.discovery;

import java.util.List;

/**
 * Lists what digi.me can reach. Get one from {@code DigiMe.discovery(contract)}; no user is needed. Safe for use by
 * many threads.
 *
 * <p>Every call that fails throws a {@link me.digi.client.error.DigiMeException}.
 */
public interface Discovery {
    /** Lists the first page of the sources that can be read from and are approved. */
    default SourcesPage listSources() {
        return listSources(SourcesQuery.builder().build());
    }

    /** Lists a page of the sources that match the query. */
    SourcesPage listSources(SourcesQuery query);

    /**
     * Lists all sources that match the query, from its offset on. Pages are fetched as they are reached, by each iteration
     * anew; the query's limit is the size of a page.
     */
    Iterable<Source> listAllSources(SourcesQuery query);

    /** Lists all countries. */
    default List<Country> listCountries() {
        return listCountries(LookupQuery.builder().build());
    }

    /** Lists the countries that match the query. */
    List<Country> listCountries(LookupQuery query);

    /** Lists all platforms. */
    default List<Platform> listPlatforms() {
        return listPlatforms(LookupQuery.builder().build());
    }

    /** Lists the platforms that match the query. */
    List<Platform> listPlatforms(LookupQuery query);

    /** Lists all categories. */
    default List<Category> listCategories() {
        return listCategories(LookupQuery.builder().build());
    }

    /** Lists the categories that match the query. */
    List<Category> listCategories(LookupQuery query);

    /** Lists all kinds of source. */
    default List<SourceTypeInfo> listSourceTypes() {
        return listSourceTypes(LookupQuery.builder().build());
    }

    /** Lists the kinds of source that match the query. */
    List<SourceTypeInfo> listSourceTypes(LookupQuery query);

    /** Lists the sets of sample data that a source has. */
    List<SampleDataSet> listSampleDataSets(long sourceId);
}
