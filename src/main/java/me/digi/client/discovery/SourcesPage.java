package me.digi.client.discovery;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list of sources.
 *
 * @param sources the sources on it
 * @param limit how many there are on a page at the most; as many as there are on it if the service did not say
 * @param offset how many come before it; what was asked for if the service did not say
 * @param total how many there are in all; null if the service did not say
 */
public record SourcesPage(
        List<Source> sources,
        long limit,
        long offset,
        @Nullable Long total) {
    /** Copies the list. */
    public SourcesPage {
        sources = List.copyOf(sources);
    }

    /** Whether more come after it, or may come where the total is not known. */
    public boolean hasNext() {
        return !sources.isEmpty() && (total == null || offset + sources.size() < total);
    }
}
