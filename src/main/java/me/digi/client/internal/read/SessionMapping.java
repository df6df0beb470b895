package me.digi.client.internal.read;

import java.time.Instant;
import me.digi.client.Agent;
import me.digi.client.error.UnexpectedResponseException;
import me.digi.client.internal.wire.AgentSdk;
import me.digi.client.internal.wire.DurationLimits;
import me.digi.client.internal.wire.JsonValues;
import me.digi.client.internal.wire.Limits;
import me.digi.client.internal.wire.ServiceObjectType;
import me.digi.client.internal.wire.SourceFetchAccounts;
import me.digi.client.internal.wire.SourceFetchFilter;
import me.digi.client.internal.wire.TriggerRequest;
import me.digi.client.read.Criteria;
import me.digi.client.read.CriteriaMetadata;
import me.digi.client.read.Last;
import me.digi.client.read.Scope;
import me.digi.client.read.ServiceGroup;
import me.digi.client.read.ServiceType;
import me.digi.client.read.Session;
import me.digi.client.read.SessionOptions;
import me.digi.client.read.TimeRange;
import org.jspecify.annotations.Nullable;

/** Sessions and their options. Times in options are in seconds. */
public final class SessionMapping {
    private SessionMapping() {}

    /** The status is for exceptions. */
    public static Session fromWire(String operation, int status, me.digi.client.internal.wire.Session session) {
        if (session.key().equals(".") || session.key().equals("..")) {
            throw new UnexpectedResponseException(operation, status, "$.session.key", "it is \".\" or \"..\"");
        }
        try {
            return Session.of(session.key(), Instant.ofEpochMilli(session.expiry()));
        } catch (IllegalArgumentException e) {
            throw new UnexpectedResponseException(operation, status, "$.session", String.valueOf(e.getMessage()), e);
        }
    }

    public static me.digi.client.internal.wire.SessionOptions toWire(SessionOptions options) {
        return new me.digi.client.internal.wire.SessionOptions(
                limits(options), scope(options), options.sourceFetch(), sourceFetchFilter(options));
    }

    static TriggerRequest toWire(SessionOptions options, @Nullable Agent agent) {
        return new TriggerRequest(
                limits(options), scope(options), options.sourceFetch(), sourceFetchFilter(options), toWire(agent));
    }

    public static me.digi.client.internal.wire.@Nullable Agent toWire(@Nullable Agent agent) {
        return agent == null
                ? null
                : new me.digi.client.internal.wire.Agent(
                        new AgentSdk(agent.name(), agent.version(), agent.meta().isEmpty() ? null : agent.meta()));
    }

    private static @Nullable Limits limits(SessionOptions options) {
        return options.sourceFetchLimit() == null
                ? null
                : new Limits(new DurationLimits(options.sourceFetchLimit().toMillis() / 1000));
    }

    private static me.digi.client.internal.wire.@Nullable Scope scope(SessionOptions options) {
        Scope scope = options.scope();
        if (scope == null) {
            return null;
        }
        return new me.digi.client.internal.wire.Scope(
                JsonValues.mapUnlessEmpty(scope.timeRanges(), SessionMapping::timeRange),
                JsonValues.mapUnlessEmpty(scope.serviceGroups(), SessionMapping::serviceGroup),
                JsonValues.mapUnlessEmpty(scope.criteria(), SessionMapping::criteria));
    }

    private static @Nullable SourceFetchFilter sourceFetchFilter(SessionOptions options) {
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
                group.id(), JsonValues.map(group.serviceTypes(), SessionMapping::serviceType));
    }

    private static me.digi.client.internal.wire.ServiceType serviceType(ServiceType type) {
        return new me.digi.client.internal.wire.ServiceType(
                type.id(), JsonValues.map(type.serviceObjectTypes(), ServiceObjectType::new));
    }

    private static me.digi.client.internal.wire.Criteria criteria(Criteria criteria) {
        CriteriaMetadata metadata = criteria.metadata();
        return new me.digi.client.internal.wire.Criteria(
                seconds(criteria.from()), text(criteria.last()), metadata == null ? null : metadata(metadata));
    }

    private static me.digi.client.internal.wire.CriteriaMetadata metadata(CriteriaMetadata metadata) {
        return new me.digi.client.internal.wire.CriteriaMetadata(
                JsonValues.mapUnlessEmpty(
                        metadata.accounts(),
                        account -> new me.digi.client.internal.wire.CriteriaAccount(
                                account.accountId(), account.username())),
                JsonValues.unlessEmpty(metadata.appIds()),
                JsonValues.unlessEmpty(metadata.contractIds()),
                JsonValues.unlessEmpty(metadata.mimeTypes()),
                JsonValues.unlessEmpty(metadata.references()),
                JsonValues.unlessEmpty(metadata.tags()));
    }

    private static @Nullable Long seconds(@Nullable Instant instant) {
        return instant == null ? null : instant.getEpochSecond();
    }

    private static @Nullable String text(@Nullable Last last) {
        return last == null ? null : last.value();
    }
}
