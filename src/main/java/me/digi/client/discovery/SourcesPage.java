package me.digi.client.discovery;

import java.util.List;

/**
 * One page of a list of sources.
 *
 * @param sources the sources on it
 * @param limit how many there are on a page at the most
 * @param offset how many come before it
 * @param total how many there are in all
 */
public record SourcesPage(List<Source> sources, long limit, long offset, long total) {
    /** Copies the list. */
    public SourcesPage {
        sources = List.copyOf(sources);
    }

    /** Whether more come after it. */
    public boolean hasNext() {
        return !sources.isEmpty() && offset + sources.size() < total;
    }
}
