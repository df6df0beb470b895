package me.digi.client.internal.api;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.LongFunction;
import me.digi.client.discovery.Source;
import me.digi.client.discovery.SourcesPage;

/** All sources, fetched page by page. For one thread at a time. */
final class AllSources implements Iterator<Source> {
    private final LongFunction<SourcesPage> pages;
    private long nextOffset;
    private List<Source> previous = List.of();
    private Iterator<Source> page = Collections.emptyIterator();
    private boolean isLastPage;

    AllSources(LongFunction<SourcesPage> pages, long firstOffset) {
        this.pages = pages;
        this.nextOffset = firstOffset;
    }

    @Override
    public boolean hasNext() {
        if (!page.hasNext() && !isLastPage) {
            SourcesPage fetched = pages.apply(nextOffset);
            boolean isRepeated = fetched.total() == null && fetched.sources().equals(previous);
            previous = fetched.sources();
            // Advances by what was received: a server that repeats an offset would otherwise be read forever.
            nextOffset += previous.size();
            page = isRepeated ? Collections.emptyIterator() : previous.iterator();
            isLastPage = !page.hasNext() || (fetched.total() != null && nextOffset >= fetched.total());
        }
        return page.hasNext();
    }

    @Override
    public Source next() {
        if (!hasNext()) {
            throw new NoSuchElementException("there are no more sources");
        }
        return page.next();
    }
}
