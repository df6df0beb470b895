package me.digi.client.internal.read;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import me.digi.client.internal.wire.DurationLimits;
import me.digi.client.internal.wire.Limits;
import me.digi.client.internal.wire.ServiceObjectType;
import me.digi.client.internal.wire.SourceFetchAccounts;
import me.digi.client.internal.wire.SourceFetchFilter;
import me.digi.client.read.Criteria;
import me.digi.client.read.CriteriaMetadata;
import me.digi.client.read.Last;
import me.digi.client.read.Scope;
import me.digi.client.read.ServiceGroup;
import me.digi.client.read.ServiceType;
import me.digi.client.read.SessionOptions;
import me.digi.client.read.TimeRange;
import org.jspecify.annotations.Nullable;

/** What a session reads, as the wire has it: times in seconds, and what is not set left out. */
public final class SessionOptionsMapping {
    private SessionOptionsMapping() {}

    /** All options in one. */
    public static me.digi.client.internal.wire.SessionOptions toWire(SessionOptions options) {
        return new me.digi.client.internal.wire.SessionOptions(
                limits(options), scope(options), options.sourceFetch(), sourceFetchFilter(options));
    }

    static @Nullable Limits limits(SessionOptions options) {
        return options.sourceFetchLimit() == null
                ? null
                : new Limits(new DurationLimits(options.sourceFetchLimit().toMillis() / 1000));
    }

    static me.digi.client.internal.wire.@Nullable Scope scope(SessionOptions options) {
        Scope scope = options.scope();
        if (scope == null) {
            return null;
        }
        return new me.digi.client.internal.wire.Scope(
                list(scope.timeRanges(), SessionOptionsMapping::timeRange),
                list(scope.serviceGroups(), SessionOptionsMapping::serviceGroup),
                list(scope.criteria(), SessionOptionsMapping::criteria));
    }

    static @Nullable SourceFetchFilter sourceFetchFilter(SessionOptions options) {
        return options.sourceFetchFilter().isEmpty()
                ? null
                : new SourceFetchFilter(new SourceFetchAccounts(options.sourceFetchFilter()));
    }

    private static me.digi.client.internal.wire.TimeRange timeRange(TimeRange range) {
        return new me.digi.client.internal.wire.TimeRange(
                seconds(range.from()), seconds(range.to()), text(range.last()));
    }

    private static me.digi.client.internal.wire.ServiceGroup serviceGroup(ServiceGroup group) {
        return new me.digi.client.internal.wire.ServiceGroup(
                group.id(), map(group.serviceTypes(), SessionOptionsMapping::serviceType));
    }

    private static me.digi.client.internal.wire.ServiceType serviceType(ServiceType type) {
        return new me.digi.client.internal.wire.ServiceType(
                type.id(), map(type.serviceObjectTypes(), ServiceObjectType::new));
    }

    private static me.digi.client.internal.wire.Criteria criteria(Criteria criteria) {
        CriteriaMetadata metadata = criteria.metadata();
        return new me.digi.client.internal.wire.Criteria(
                seconds(criteria.from()), text(criteria.last()), metadata == null ? null : metadata(metadata));
    }

    private static me.digi.client.internal.wire.CriteriaMetadata metadata(CriteriaMetadata metadata) {
        return new me.digi.client.internal.wire.CriteriaMetadata(
                list(
                        metadata.accounts(),
                        account -> new me.digi.client.internal.wire.CriteriaAccount(
                                account.accountId(), account.username())),
                list(metadata.appIds(), Function.identity()),
                list(metadata.contractIds(), Function.identity()),
                list(metadata.mimeTypes(), Function.identity()),
                list(metadata.references(), Function.identity()),
                list(metadata.tags(), Function.identity()));
    }

    private static @Nullable Long seconds(@Nullable Instant instant) {
        return instant == null ? null : instant.getEpochSecond();
    }

    private static @Nullable String text(@Nullable Last last) {
        return last == null ? null : last.value();
    }

    /** A list that is empty is one that was not set. */
    private static <T, R> @Nullable List<R> list(List<T> items, Function<? super T, ? extends R> mapping) {
        return items.isEmpty() ? null : map(items, mapping);
    }

    private static <T, R> List<R> map(List<T> items, Function<? super T, ? extends R> mapping) {
        List<R> mapped = new ArrayList<>(items.size());
        items.forEach(item -> mapped.add(mapping.apply(item)));
        return mapped;
    }
}
