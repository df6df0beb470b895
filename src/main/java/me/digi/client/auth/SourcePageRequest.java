package me.digi.client.auth;

/**
 * Requests a page where the user chooses sources.
 *
 * @param <R> the request
 */
public interface SourcePageRequest<R extends SourcePageRequest<R>> extends SessionPageRequest<R> {
    /**
     * The id of the source to add, as discovery lists it; the official SDKs use this name and say no more about it.
     * Default: the user chooses.
     */
    R serviceId(long serviceId);

    /** Which sources to offer: those to read ({@link SourceType#PULL}, the default) or to push to. */
    R sourceType(SourceType sourceType);

    /** Sample data in place of the user's own. Optional. */
    R sampleData(SampleData sampleData);

    /** Whether to offer sources that have only sample data. Default: false. */
    R includeSampleDataOnlySources(boolean include);

    /**
     * Narrows the sources offered. Optional.
     *
     * @throws IllegalArgumentException if it is longer than 16,384 characters in the page's URL
     */
    R sourcesScope(SourcesScope sourcesScope);
}
