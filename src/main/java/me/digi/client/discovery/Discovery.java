package me.digi.client.discovery;

import java.util.List;

/**
 * Lists the sources that digi.me can reach, from {@code DigiMe.discovery(contract)}; needs no user. Safe for use by
 * many threads. Failed calls throw {@link me.digi.client.error.DigiMeException}.
 */
public interface Discovery {
    /** Lists the first page of the approved sources that data can be read from. */
    default SourcesPage listSources() {
        return listSources(SourcesQuery.builder().build());
    }

    /** Lists a page of the matching sources. */
    SourcesPage listSources(SourcesQuery query);

    /**
     * Lists all matching sources from the query's offset on. Each iteration fetches pages as it reaches them, of the
     * query's limit in size.
     */
    Iterable<Source> listAllSources(SourcesQuery query);

    /** Lists all countries. */
    default List<Country> listCountries() {
        return listCountries(LookupQuery.builder().build());
    }

    /** Lists the matching countries. */
    List<Country> listCountries(LookupQuery query);

    /** Lists all platforms. */
    default List<Platform> listPlatforms() {
        return listPlatforms(LookupQuery.builder().build());
    }

    /** Lists the matching platforms. */
    List<Platform> listPlatforms(LookupQuery query);

    /** Lists all categories. */
    default List<Category> listCategories() {
        return listCategories(LookupQuery.builder().build());
    }

    /** Lists the matching categories. */
    List<Category> listCategories(LookupQuery query);

    /** Lists all source types. */
    default List<SourceTypeInfo> listSourceTypes() {
        return listSourceTypes(LookupQuery.builder().build());
    }

    /** Lists the matching source types. */
    List<SourceTypeInfo> listSourceTypes(LookupQuery query);

    /** Lists a source's sets of sample data. */
    List<SampleDataSet> listSampleDataSets(long sourceId);
}
