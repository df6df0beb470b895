package me.digi.client.internal.api;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.LongFunction;
import me.digi.client.discovery.Source;
import me.digi.client.discovery.SourcesPage;
import org.jspecify.annotations.Nullable;

/** All sources, fetched page by page on each iteration. */
final class AllSources implements Iterable<Source> {
    private final LongFunction<SourcesPage> pages;
    private final long firstOffset;

    AllSources(LongFunction<SourcesPage> pages, long firstOffset) {
        this.pages = pages;
        this.firstOffset = firstOffset;
    }

    @Override
    public Iterator<Source> iterator() {
        return new Iterator<>() {
            private @Nullable SourcesPage page;
            private long nextOffset = firstOffset;
            private int next;

            @Override
            public boolean hasNext() {
                SourcesPage current = page == null ? fetch() : page;
                boolean isRead =
                        next >= current.sources().size() && !current.sources().isEmpty();
                if (isRead && (current.total() == null || nextOffset < current.total())) {
                    current = fetch();
                }
                return next < current.sources().size();
            }

            @Override
            public Source next() {
                if (!hasNext() || page == null) {
                    throw new NoSuchElementException("there are no more sources");
                }
                return page.sources().get(next++);
            }

            /** Advances by what was received: a server that repeats an offset would otherwise be read forever. */
            private SourcesPage fetch() {
                SourcesPage fetched = pages.apply(nextOffset);
                page = fetched;
                next = 0;
                nextOffset += fetched.sources().size();
                return fetched;
            }
        };
    }
}
