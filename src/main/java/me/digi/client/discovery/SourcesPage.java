package me.digi.client.discovery;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of sources.
 *
 * @param limit the size of a full page; the number of sources if the service sent none
 * @param offset the number of sources before this page; the requested offset if the service sent none
 * @param total the number of sources on all pages; null if the service sent none
 */
public record SourcesPage(
        List<Source> sources,
        long limit,
        long offset,
        @Nullable Long total) {
    public SourcesPage {
        sources = List.copyOf(sources);
    }

    /** Whether more sources follow, or may follow if the total is unknown. */
    public boolean hasNext() {
        return !sources.isEmpty() && (total == null || offset + sources.size() < total);
    }
}
