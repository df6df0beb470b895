package me.digi.client.internal.mapping;

import me.digi.client.discovery.Category;
import me.digi.client.discovery.Country;
import me.digi.client.discovery.Platform;
import me.digi.client.discovery.PublishedStatus;
import me.digi.client.discovery.Resource;
import me.digi.client.discovery.Source;
import me.digi.client.discovery.SourceJson;
import me.digi.client.discovery.SourceService;
import me.digi.client.discovery.SourceTypeInfo;
import me.digi.client.discovery.SourcesPage;
import me.digi.client.internal.wire.DiscoveryResource;
import me.digi.client.internal.wire.SourceResource;
import me.digi.client.internal.wire.SourceTypeEntry;
import me.digi.client.internal.wire.SourcesAnswer;
import org.jspecify.annotations.Nullable;

/** What digi.me can reach, as applications see it; what this library does not know of it is kept. */
public final class DiscoveryMapping {
    private DiscoveryMapping() {}

    /** A page of sources. */
    public static SourcesPage fromWire(SourcesAnswer answer) {
        return new SourcesPage(
                JsonValues.map(answer.data(), DiscoveryMapping::fromWire),
                answer.limit(),
                answer.offset(),
                answer.total());
    }

    /** A country. */
    public static Country fromWire(me.digi.client.internal.wire.Country country) {
        return Country.builder()
                .id(country.id())
                .code(country.code())
                .name(country.name())
                .resource(resource(country.resource()))
                .more(JsonValues.withoutNulls(country.more()))
                .build();
    }

    /** A platform. */
    public static Platform fromWire(me.digi.client.internal.wire.Platform platform) {
        return Platform.builder()
                .id(platform.id())
                .name(platform.name())
                .reference(platform.reference())
                .more(JsonValues.withoutNulls(platform.more()))
                .build();
    }

    /** A category. */
    public static Category fromWire(me.digi.client.internal.wire.Category category) {
        return Category.builder()
                .id(category.id())
                .categoryTypeId(category.categoryTypeId())
                .name(category.name())
                .reference(category.reference())
                .resource(resource(category.resource()))
                .title(category.title())
                .subTitle(category.subTitle())
                .expandedTitle(category.expandedTitle())
                .expandedSubTitle(category.expandedSubTitle())
                .more(JsonValues.withoutNulls(category.more()))
                .build();
    }

    /** A kind of source. */
    public static SourceTypeInfo fromWire(SourceTypeEntry type) {
        return SourceTypeInfo.builder()
                .id(type.id())
                .name(type.name())
                .reference(type.reference())
                .more(JsonValues.withoutNulls(type.more()))
                .build();
    }

    private static Source fromWire(me.digi.client.internal.wire.Source source) {
        String status = source.publishedStatus();
        return Source.builder()
                .id(source.id())
                .name(source.name())
                .publishedStatus(status == null ? null : new PublishedStatus(status))
                .resource(resource(source.resource()))
                .service(service(source.service()))
                .json(json(source.json()))
                .more(JsonValues.withoutNulls(source.more()))
                .build();
    }

    private static @Nullable SourceService service(me.digi.client.internal.wire.@Nullable SourceService service) {
        if (service == null) {
            return null;
        }
        return SourceService.builder()
                .id(service.id())
                .name(service.name())
                .reference(service.reference())
                .more(JsonValues.withoutNulls(service.more()))
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
