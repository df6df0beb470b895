package me.digi.client.internal.api;

import java.util.List;
import me.digi.client.discovery.Category;
import me.digi.client.discovery.Country;
import me.digi.client.discovery.Platform;
import me.digi.client.discovery.PublishedStatus;
import me.digi.client.discovery.Resource;
import me.digi.client.discovery.SampleDataSet;
import me.digi.client.discovery.Source;
import me.digi.client.discovery.SourceJson;
import me.digi.client.discovery.SourceService;
import me.digi.client.discovery.SourceTypeInfo;
import me.digi.client.discovery.SourcesPage;
import me.digi.client.internal.wire.DiscoveryResource;
import me.digi.client.internal.wire.JsonValues;
import me.digi.client.internal.wire.SourceResource;
import me.digi.client.internal.wire.SourceTypeEntry;
import me.digi.client.internal.wire.SourcesResponse;
import org.jspecify.annotations.Nullable;

final class DiscoveryMapping {
    private static final List<PublishedStatus> NUMBERED = List.of(
            PublishedStatus.APPROVED,
            PublishedStatus.PENDING,
            PublishedStatus.DEPRECATED,
            PublishedStatus.BLOCKED,
            PublishedStatus.SAMPLE_DATA_ONLY);

    private DiscoveryMapping() {}

    static SourcesPage fromWire(SourcesResponse response, long offset) {
        List<Source> sources = JsonValues.map(response.data(), DiscoveryMapping::fromWire);
        return new SourcesPage(
                sources,
                response.limit() == null ? sources.size() : response.limit(),
                response.offset() == null ? offset : response.offset(),
                response.total());
    }

    static SampleDataSet fromWire(String id, me.digi.client.internal.wire.SampleDataSet set) {
        return new SampleDataSet(id, set.name(), set.description(), set.problems());
    }

    static Country fromWire(me.digi.client.internal.wire.Country country) {
        return new Country(
                JsonValues.id(country.id()),
                country.code(),
                country.name(),
                resource(country.resource()),
                JsonValues.withoutNulls(country.more()),
                country.problems());
    }

    static Platform fromWire(me.digi.client.internal.wire.Platform platform) {
        return new Platform(
                JsonValues.id(platform.id()),
                platform.name(),
                platform.reference(),
                JsonValues.withoutNulls(platform.more()),
                platform.problems());
    }

    static Category fromWire(me.digi.client.internal.wire.Category category) {
        return new Category(
                JsonValues.id(category.id()),
                category.categoryTypeId(),
                category.name(),
                category.reference(),
                category.title(),
                category.subTitle(),
                category.expandedTitle(),
                category.expandedSubTitle(),
                resource(category.resource()),
                JsonValues.withoutNulls(category.more()),
                category.problems());
    }

    static SourceTypeInfo fromWire(SourceTypeEntry type) {
        return new SourceTypeInfo(
                JsonValues.id(type.id()),
                type.name(),
                type.reference(),
                JsonValues.withoutNulls(type.more()),
                type.problems());
    }

    private static Source fromWire(me.digi.client.internal.wire.Source source) {
        return new Source(
                JsonValues.id(source.id()),
                source.name(),
                JsonValues.mapText(source.publishedStatus(), DiscoveryMapping::status),
                resource(source.resource()),
                service(source.service()),
                json(source.json()),
                JsonValues.withoutNulls(source.more()),
                source.problems());
    }

    /** The SDK for iOS accepts these as numbers from 1 to 5. */
    private static PublishedStatus status(String text) {
        boolean isNumber = text.length() == 1 && text.charAt(0) >= '1' && text.charAt(0) <= '5';
        return isNumber ? NUMBERED.get(text.charAt(0) - '1') : new PublishedStatus(text);
    }

    private static @Nullable SourceService service(me.digi.client.internal.wire.@Nullable SourceService service) {
        return service == null
                ? null
                : new SourceService(
                        JsonValues.id(service.id()),
                        service.name(),
                        service.reference(),
                        JsonValues.withoutNulls(service.more()),
                        service.problems());
    }

    private static @Nullable SourceJson json(me.digi.client.internal.wire.@Nullable SourceJson json) {
        if (json == null) {
            return null;
        }
        String type = json.authorisation() == null ? null : json.authorisation().type();
        return new SourceJson(type, JsonValues.withoutNulls(json.more()));
    }

    private static @Nullable Resource resource(@Nullable SourceResource resource) {
        return resource == null
                ? null
                : new Resource(resource.url(), resource.mimetype(), JsonValues.withoutNulls(resource.more()));
    }

    private static @Nullable Resource resource(@Nullable DiscoveryResource resource) {
        return resource == null
                ? null
                : new Resource(resource.url(), resource.mimetype(), JsonValues.withoutNulls(resource.more()));
    }
}
