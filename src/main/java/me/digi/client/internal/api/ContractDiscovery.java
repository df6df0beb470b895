package me.digi.client.internal.api;

import java.util.List;
import java.util.function.BiFunction;
import me.digi.client.discovery.Category;
import me.digi.client.discovery.Country;
import me.digi.client.discovery.Discovery;
import me.digi.client.discovery.LookupQuery;
import me.digi.client.discovery.Platform;
import me.digi.client.discovery.SampleDataSet;
import me.digi.client.discovery.Source;
import me.digi.client.discovery.SourceTypeInfo;
import me.digi.client.discovery.SourcesPage;
import me.digi.client.discovery.SourcesQuery;
import me.digi.client.internal.http.CallContext;
import me.digi.client.internal.http.CallSpec;
import me.digi.client.internal.http.Caller;
import me.digi.client.internal.http.Operation;
import me.digi.client.internal.io.Collecting;
import me.digi.client.internal.io.Require;
import me.digi.client.internal.wire.DiscoveryApi;
import me.digi.client.internal.wire.DiscoveryRequest;
import me.digi.client.internal.wire.PermissionAccessApi;
import me.digi.client.internal.wire.SourcesResponse;
import retrofit2.Call;

final class ContractDiscovery implements Discovery {
    private final Caller calls;
    private final DiscoveryApi api;
    private final PermissionAccessApi sampleApi;

    ContractDiscovery(Caller calls) {
        this.calls = calls;
        this.api = calls.api(DiscoveryApi.class);
        this.sampleApi = calls.api(PermissionAccessApi.class);
    }

    @Override
    public SourcesPage listSources(SourcesQuery query) {
        return page(query, query.offset());
    }

    @Override
    public Iterable<Source> listAllSources(SourcesQuery query) {
        return () -> new AllSources(offset -> page(query, offset), query.offset());
    }

    @Override
    public List<Country> listCountries(LookupQuery query) {
        return lookUp(DiscoveryApi.LIST_COUNTRIES, query, api::listCountries).data();
    }

    @Override
    public List<Platform> listPlatforms(LookupQuery query) {
        return lookUp(DiscoveryApi.LIST_PLATFORMS, query, api::listPlatforms).data();
    }

    @Override
    public List<Category> listCategories(LookupQuery query) {
        return lookUp(DiscoveryApi.LIST_CATEGORIES, query, api::listCategories).data();
    }

    @Override
    public List<SourceTypeInfo> listSourceTypes(LookupQuery query) {
        return lookUp(DiscoveryApi.LIST_SOURCE_TYPES, query, api::listSourceTypes)
                .data();
    }

    @Override
    public List<SampleDataSet> listSampleDataSets(long sourceId) {
        Require.id("sourceId", sourceId);
        return calls
                .execute(
                        CallSpec.of(PermissionAccessApi.LIST_SAMPLE_DATA_SETS),
                        context -> sampleApi.listSampleDataSets(context, sourceId))
                .entrySet()
                .stream()
                .map(set -> sampleDataSet(set.getKey(), set.getValue()))
                .collect(Collecting.unmodifiableList());
    }

    private static SampleDataSet sampleDataSet(String id, me.digi.client.internal.wire.SampleDataSet set) {
        return new SampleDataSet(id, set.name(), set.description(), set.problems());
    }

    private SourcesPage page(SourcesQuery query, long offset) {
        SourcesResponse response = calls.execute(
                CallSpec.of(DiscoveryApi.LIST_SOURCES),
                context -> api.listSources(context, SourcesQueryMapping.toWire(query, offset)));
        List<Source> sources = response.data();
        return new SourcesPage(
                sources,
                response.limit() == null ? sources.size() : response.limit(),
                response.offset() == null ? offset : response.offset(),
                response.total());
    }

    private <T> T lookUp(
            Operation operation, LookupQuery query, BiFunction<CallContext, DiscoveryRequest, Call<T>> request) {
        DiscoveryRequest body = SourcesQueryMapping.toWire(query);
        return calls.execute(CallSpec.of(operation), context -> request.apply(context, body));
    }
}
