package me.digi.client.internal.mapping;

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
import me.digi.client.internal.wire.SourceResource;
import me.digi.client.internal.wire.SourceTypeEntry;
import me.digi.client.internal.wire.SourcesResponse;
import org.jspecify.annotations.Nullable;

/** What digi.me can reach, as applications see it; what this library does not know of it is kept. */
public final class DiscoveryMapping {
    private static final List<PublishedStatus> NUMBERED = List.of(
            PublishedStatus.APPROVED,
            PublishedStatus.PENDING,
            PublishedStatus.DEPRECATED,
            PublishedStatus.BLOCKED,
            PublishedStatus.SAMPLE_DATA_ONLY);

    private DiscoveryMapping() {}

    /** The page of sources that was asked for from this offset. */
    public static SourcesPage fromWire(SourcesResponse response, long offset) {
        List<Source> sources = JsonValues.map(response.data(), DiscoveryMapping::fromWire);
        return new SourcesPage(
                sources,
                response.limit() == null ? sources.size() : response.limit(),
                response.offset() == null ? offset : response.offset(),
                response.total());
    }

    /** A set of sample data under its id. */
    public static SampleDataSet fromWire(String id, me.digi.client.internal.wire.SampleDataSet set) {
        return new SampleDataSet(id, set.name(), set.description(), set.problems());
    }

    /** A country. */
    public static Country fromWire(me.digi.client.internal.wire.Country country) {
        return Country.builder()
                .id(JsonValues.id(country.id()))
                .code(country.code())
                .name(country.name())
                .resource(resource(country.resource()))
                .more(JsonValues.withoutNulls(country.more()))
                .addAllProblems(country.problems())
                .build();
    }

    /** A platform. */
    public static Platform fromWire(me.digi.client.internal.wire.Platform platform) {
        return Platform.builder()
                .id(JsonValues.id(platform.id()))
                .name(platform.name())
                .reference(platform.reference())
                .more(JsonValues.withoutNulls(platform.more()))
                .addAllProblems(platform.problems())
                .build();
    }

    /** A category. */
    public static Category fromWire(me.digi.client.internal.wire.Category category) {
        return Category.builder()
                .id(JsonValues.id(category.id()))
                .categoryTypeId(category.categoryTypeId())
                .name(category.name())
                .reference(category.reference())
                .resource(resource(category.resource()))
                .title(category.title())
                .subTitle(category.subTitle())
                .expandedTitle(category.expandedTitle())
                .expandedSubTitle(category.expandedSubTitle())
                .more(JsonValues.withoutNulls(category.more()))
                .addAllProblems(category.problems())
                .build();
    }

    /** A kind of source. */
    public static SourceTypeInfo fromWire(SourceTypeEntry type) {
        return SourceTypeInfo.builder()
                .id(JsonValues.id(type.id()))
                .name(type.name())
                .reference(type.reference())
                .more(JsonValues.withoutNulls(type.more()))
                .addAllProblems(type.problems())
                .build();
    }

    private static Source fromWire(me.digi.client.internal.wire.Source source) {
        return Source.builder()
                .id(JsonValues.id(source.id()))
                .name(source.name())
                .publishedStatus(JsonValues.spelled(source.publishedStatus(), DiscoveryMapping::status))
                .resource(resource(source.resource()))
                .service(service(source.service()))
                .json(json(source.json()))
                .more(JsonValues.withoutNulls(source.more()))
                .addAllProblems(source.problems())
                .build();
    }

    /** The SDK for iOS takes the numbers of these, from 1. */
    private static PublishedStatus status(String text) {
        boolean isNumber = text.length() == 1 && text.charAt(0) >= '1' && text.charAt(0) <= '5';
        return isNumber ? NUMBERED.get(text.charAt(0) - '1') : new PublishedStatus(text);
    }

    private static @Nullable SourceService service(me.digi.client.internal.wire.@Nullable SourceService service) {
        if (service == null) {
            return null;
        }
        return SourceService.builder()
                .id(JsonValues.id(service.id()))
                .name(service.name())
                .reference(service.reference())
                .more(JsonValues.withoutNulls(service.more()))
                .addAllProblems(service.problems())
                .build();
    }

    private static @Nullable SourceJson json(me.digi.client.internal.wire.@Nullable SourceJson json) {
        if (json == null) {
            return null;
        }
        String type = json.authorisation() == null ? null : json.authorisation().type();
        return new SourceJson(type, JsonValues.withoutNulls(json.more()));
    }

    private static @Nullable Resource resource(@Nullable SourceResource resource) {
        if (resource == null) {
            return null;
        }
        return Resource.builder()
                .url(resource.url())
                .mimeType(resource.mimetype())
                .more(JsonValues.withoutNulls(resource.more()))
                .build();
    }

    private static @Nullable Resource resource(@Nullable DiscoveryResource resource) {
        if (resource == null) {
            return null;
        }
        return Resource.builder()
                .url(resource.url())
                .mimeType(resource.mimetype())
                .more(JsonValues.withoutNulls(resource.more()))
                .build();
    }
}
