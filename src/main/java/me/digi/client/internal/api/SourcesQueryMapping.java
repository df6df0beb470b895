package me.digi.client.internal.api;

import java.util.List;
import java.util.stream.Collectors;
import me.digi.client.discovery.LookupQuery;
import me.digi.client.discovery.PublishedStatus;
import me.digi.client.discovery.SortOrder;
import me.digi.client.discovery.SourcesQuery;
import me.digi.client.internal.wire.DiscoveryQuery;
import me.digi.client.internal.wire.DiscoveryRequest;
import me.digi.client.internal.wire.IdFilter;
import me.digi.client.internal.wire.SourcesFilter;
import me.digi.client.internal.wire.SourcesRequest;
import me.digi.client.internal.wire.SourcesSearch;
import me.digi.client.internal.wire.SourcesSort;
import org.jspecify.annotations.Nullable;

/** Uses the official SDK's defaults: approved sources that can be read from. */
final class SourcesQueryMapping {
    private static final List<Long> PULL = List.of(1L);
    private static final List<PublishedStatus> APPROVED = List.of(PublishedStatus.APPROVED);

    private static final SourcesSearch NO_SEARCH =
            new SourcesSearch(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    private SourcesQueryMapping() {}

    static SourcesRequest toWire(SourcesQuery query, long offset) {
        return new SourcesRequest(
                query.limit() == null ? null : query.limit().longValue(),
                offset == 0 ? null : offset,
                sort(query.sortByName()),
                new me.digi.client.internal.wire.SourcesQuery(
                        search(query), query.text(), query.include(), filter(query)));
    }

    static DiscoveryRequest toWire(LookupQuery query) {
        if (query.include().isEmpty() && query.ids().isEmpty()) {
            return new DiscoveryRequest(null);
        }
        return new DiscoveryRequest(new DiscoveryQuery(query.include(), ids(query.ids())));
    }

    private static @Nullable SourcesSort sort(@Nullable SortOrder order) {
        return order == null ? null : new SourcesSort(order == SortOrder.ASCENDING ? "asc" : "desc");
    }

    private static @Nullable SourcesSearch search(SourcesQuery query) {
        SourcesSearch search = new SourcesSearch(
                query.searchNames(),
                query.searchAbbreviations(),
                query.searchAliases(),
                query.searchMedicalCenters(),
                query.searchPractitioners(),
                query.searchCities(),
                query.searchPostalCodes());
        return search.equals(NO_SEARCH) ? null : search;
    }

    private static SourcesFilter filter(SourcesQuery query) {
        return new SourcesFilter(
                query.ids(),
                (query.publishedStatuses().isEmpty() ? APPROVED : query.publishedStatuses())
                        .stream().map(status -> status.value()).collect(Collectors.toList()),
                ids(query.serviceIds()),
                ids(query.countryIds()),
                ids(query.categoryIds()),
                ids(query.platformIds()),
                ids(query.typeIds().isEmpty() ? PULL : query.typeIds()),
                query.sourceId(),
                query.references(),
                query.aliases());
    }

    private static @Nullable IdFilter ids(List<Long> ids) {
        return ids.isEmpty() ? null : new IdFilter(ids);
    }
}
