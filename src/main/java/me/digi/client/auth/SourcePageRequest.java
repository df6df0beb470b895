package me.digi.client.auth;

/**
 * A request for a page where the user chooses sources.
 *
 * @param <R> the request
 */
public interface SourcePageRequest<R extends SourcePageRequest<R>> extends SessionPageRequest<R> {
    /**
     * What the user adds, by the id of a source as discovery lists it; without it the user chooses. The name is the
     * official SDKs', which say no more than that the id is found among the sources.
     */
    R serviceId(long serviceId);

    /** Which sources the user can choose from: those to read ({@link SourceType#PULL}, the default) or to push to. */
    R sourceType(SourceType sourceType);

    /** Sample data instead of a user's own. */
    R sampleData(SampleData sampleData);

    /** Whether the user can also choose sources that have nothing but sample data; not unless set. */
    R includeSampleDataOnlySources(boolean include);

    /** Narrows down the sources that the user can choose from. */
    R sourcesScope(SourcesScope sourcesScope);
}
