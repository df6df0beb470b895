package me.digi.client.internal.api;

import java.util.List;
import java.util.Map;
import me.digi.client.discovery.LookupQuery;
import me.digi.client.discovery.PublishedStatus;
import me.digi.client.discovery.SortOrder;
import me.digi.client.discovery.SourcesFilter;
import me.digi.client.discovery.SourcesQuery;
import me.digi.client.discovery.SourcesSearch;
import me.digi.client.internal.wire.DiscoveryQuery;
import me.digi.client.internal.wire.DiscoveryRequest;
import me.digi.client.internal.wire.IdFilter;
import me.digi.client.internal.wire.JsonValues;
import me.digi.client.internal.wire.SourcesRequest;
import me.digi.client.internal.wire.SourcesSort;
import org.jspecify.annotations.Nullable;

/** Uses the official SDK's defaults: approved sources that can be read from. */
final class SourcesQueryMapping {
    private static final List<Long> PULL = List.of(1L);
    private static final List<PublishedStatus> APPROVED = List.of(PublishedStatus.APPROVED);
    private static final SourcesFilter NO_FILTER = SourcesFilter.builder().build();

    private SourcesQueryMapping() {}

    static SourcesRequest toWire(SourcesQuery query, long offset) {
        return new SourcesRequest(
                query.limit() == null ? null : query.limit().longValue(),
                offset == 0 ? null : offset,
                sort(query.sortByName()),
                new me.digi.client.internal.wire.SourcesQuery(
                        search(query.search()),
                        query.text(),
                        JsonValues.unlessEmpty(query.include()),
                        filter(query.filter() == null ? NO_FILTER : query.filter())));
    }

    static DiscoveryRequest toWire(LookupQuery query) {
        if (query.include().isEmpty() && query.ids().isEmpty()) {
            return new DiscoveryRequest(null);
        }
        return new DiscoveryRequest(new DiscoveryQuery(JsonValues.unlessEmpty(query.include()), ids(query.ids())));
    }

    private static @Nullable SourcesSort sort(@Nullable SortOrder order) {
        return order == null ? null : new SourcesSort(order == SortOrder.ASCENDING ? "asc" : "desc");
    }

    private static me.digi.client.internal.wire.@Nullable SourcesSearch search(@Nullable SourcesSearch search) {
        return search == null
                ? null
                : new me.digi.client.internal.wire.SourcesSearch(
                        JsonValues.unlessEmpty(search.names()),
                        JsonValues.unlessEmpty(search.abbreviations()),
                        JsonValues.unlessEmpty(search.aliases()),
                        JsonValues.unlessEmpty(search.medicalCenters()),
                        JsonValues.unlessEmpty(search.practitioners()),
                        JsonValues.unlessEmpty(search.cities()),
                        JsonValues.unlessEmpty(search.postalCodes()),
                        Map.of());
    }

    private static me.digi.client.internal.wire.SourcesFilter filter(SourcesFilter filter) {
        return new me.digi.client.internal.wire.SourcesFilter(
                JsonValues.unlessEmpty(filter.ids()),
                JsonValues.map(
                        filter.publishedStatuses().isEmpty() ? APPROVED : filter.publishedStatuses(),
                        PublishedStatus::value),
                ids(filter.serviceIds()),
                ids(filter.countryIds()),
                ids(filter.categoryIds()),
                ids(filter.platformIds()),
                ids(filter.typeIds().isEmpty() ? PULL : filter.typeIds()),
                filter.sourceId(),
                JsonValues.unlessEmpty(filter.references()),
                JsonValues.unlessEmpty(filter.aliases()),
                Map.of());
    }

    private static @Nullable IdFilter ids(List<Long> ids) {
        return ids.isEmpty() ? null : new IdFilter(ids);
    }
}
