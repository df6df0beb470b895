package me.digi.client.internal.discovery;

import java.util.List;
import java.util.function.Function;
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
import me.digi.client.internal.auth.ContractCalls;
import me.digi.client.internal.http.CallTerms;
import me.digi.client.internal.mapping.DiscoveryMapping;
import me.digi.client.internal.mapping.SourcesQueryMapping;
import me.digi.client.internal.values.Collecting;
import me.digi.client.internal.values.Require;
import me.digi.client.internal.wire.DiscoveryApi;
import me.digi.client.internal.wire.DiscoveryRequest;
import me.digi.client.internal.wire.PermissionAccessApi;
import me.digi.client.internal.wire.SourcesAnswer;

/** Discovery under a contract. Its requests are POSTs that change nothing, and so may be repeated. */
public final class ContractDiscovery implements Discovery {
    private final ContractCalls calls;
    private final DiscoveryApi api;
    private final PermissionAccessApi sampleApi;

    /** Asks in the name of a contract. */
    public ContractDiscovery(ContractCalls calls) {
        this.calls = calls;
        this.api = calls.api(DiscoveryApi.class);
        this.sampleApi = calls.api(PermissionAccessApi.class);
    }

    @Override
    public SourcesPage sources(SourcesQuery query) {
        return page(query, query.offset());
    }

    @Override
    public Iterable<Source> allSources(SourcesQuery query) {
        return new AllSources(offset -> page(query, offset), query.offset());
    }

    @Override
    public List<Country> countries(LookupQuery query) {
        DiscoveryRequest request = SourcesQueryMapping.toWire(query);
        return map(
                calls.execute(CallTerms.safe("countries"), context -> api.countries(context, request))
                        .data(),
                DiscoveryMapping::fromWire);
    }

    @Override
    public List<Platform> platforms(LookupQuery query) {
        DiscoveryRequest request = SourcesQueryMapping.toWire(query);
        return map(
                calls.execute(CallTerms.safe("platforms"), context -> api.platforms(context, request))
                        .data(),
                DiscoveryMapping::fromWire);
    }

    @Override
    public List<Category> categories(LookupQuery query) {
        DiscoveryRequest request = SourcesQueryMapping.toWire(query);
        return map(
                calls.execute(CallTerms.safe("categories"), context -> api.categories(context, request))
                        .data(),
                DiscoveryMapping::fromWire);
    }

    @Override
    public List<SourceTypeInfo> sourceTypes(LookupQuery query) {
        DiscoveryRequest request = SourcesQueryMapping.toWire(query);
        return map(
                calls.execute(CallTerms.safe("sourceTypes"), context -> api.sourceTypes(context, request))
                        .data(),
                DiscoveryMapping::fromWire);
    }

    @Override
    public List<SampleDataSet> sampleDataSets(long sourceId) {
        Require.id("sourceId", sourceId);
        return calls
                .execute(CallTerms.safe("sampleDataSets"), context -> sampleApi.sampleDataSets(context, sourceId))
                .entrySet()
                .stream()
                .map(set -> new SampleDataSet(
                        set.getKey(), set.getValue().name(), set.getValue().description()))
                .collect(Collecting.unmodifiableList());
    }

    private SourcesPage page(SourcesQuery query, long offset) {
        SourcesAnswer answer = calls.execute(
                CallTerms.safe("sources"), context -> api.sources(context, SourcesQueryMapping.toWire(query, offset)));
        return DiscoveryMapping.fromWire(answer);
    }

    private static <T, R> List<R> map(List<T> items, Function<? super T, ? extends R> mapping) {
        return items.stream().map(mapping).collect(Collecting.unmodifiableList());
    }
}
