package me.digi.client.internal.discovery;

import java.util.List;
import java.util.function.BiFunction;
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
import me.digi.client.internal.http.CallContext;
import me.digi.client.internal.http.CallTerms;
import me.digi.client.internal.mapping.DiscoveryMapping;
import me.digi.client.internal.mapping.SourcesQueryMapping;
import me.digi.client.internal.values.Collecting;
import me.digi.client.internal.values.Require;
import me.digi.client.internal.wire.CategoriesAnswer;
import me.digi.client.internal.wire.CountriesAnswer;
import me.digi.client.internal.wire.DiscoveryApi;
import me.digi.client.internal.wire.DiscoveryRequest;
import me.digi.client.internal.wire.PermissionAccessApi;
import me.digi.client.internal.wire.PlatformsAnswer;
import me.digi.client.internal.wire.SourceTypesAnswer;
import me.digi.client.internal.wire.SourcesAnswer;
import retrofit2.Call;

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
        return lookUp("countries", query, api::countries, CountriesAnswer::data, DiscoveryMapping::fromWire);
    }

    @Override
    public List<Platform> platforms(LookupQuery query) {
        return lookUp("platforms", query, api::platforms, PlatformsAnswer::data, DiscoveryMapping::fromWire);
    }

    @Override
    public List<Category> categories(LookupQuery query) {
        return lookUp("categories", query, api::categories, CategoriesAnswer::data, DiscoveryMapping::fromWire);
    }

    @Override
    public List<SourceTypeInfo> sourceTypes(LookupQuery query) {
        return lookUp("sourceTypes", query, api::sourceTypes, SourceTypesAnswer::data, DiscoveryMapping::fromWire);
    }

    @Override
    public List<SampleDataSet> sampleDataSets(long sourceId) {
        Require.id("sourceId", sourceId);
        return calls
                .execute(CallTerms.safe("sampleDataSets"), context -> sampleApi.sampleDataSets(context, sourceId))
                .entrySet()
                .stream()
                .map(set -> DiscoveryMapping.fromWire(set.getKey(), set.getValue()))
                .collect(Collecting.unmodifiableList());
    }

    private SourcesPage page(SourcesQuery query, long offset) {
        SourcesAnswer answer = calls.execute(
                CallTerms.safe("sources"), context -> api.sources(context, SourcesQueryMapping.toWire(query, offset)));
        return DiscoveryMapping.fromWire(answer, offset);
    }

    private <A, T, R> List<R> lookUp(
            String operation,
            LookupQuery query,
            BiFunction<CallContext, DiscoveryRequest, Call<A>> request,
            Function<A, List<T>> items,
            Function<T, R> mapping) {
        DiscoveryRequest body = SourcesQueryMapping.toWire(query);
        A answer = calls.execute(CallTerms.safe(operation), context -> request.apply(context, body));
        return items.apply(answer).stream().map(mapping).collect(Collecting.unmodifiableList());
    }
}
