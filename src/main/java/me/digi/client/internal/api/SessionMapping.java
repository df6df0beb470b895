package me.digi.client.internal.api;

import me.digi.client.Agent;
import me.digi.client.internal.wire.DurationLimits;
import me.digi.client.internal.wire.Limits;
import me.digi.client.internal.wire.SourceFetchAccounts;
import me.digi.client.internal.wire.SourceFetchFilter;
import me.digi.client.internal.wire.TriggerRequest;
import me.digi.client.read.Scope;
import me.digi.client.read.SessionOptions;
import org.jspecify.annotations.Nullable;

/** The options of sessions, which requests nest deeper. */
final class SessionMapping {
    private SessionMapping() {}

    static me.digi.client.internal.wire.SessionOptions toWire(SessionOptions options) {
        return new me.digi.client.internal.wire.SessionOptions(
                limits(options), scope(options.scope()), options.sourceFetch(), sourceFetchFilter(options));
    }

    static TriggerRequest toWire(SessionOptions options, @Nullable Agent agent) {
        return new TriggerRequest(
                limits(options),
                scope(options.scope()),
                options.sourceFetch(),
                sourceFetchFilter(options),
                toWire(agent));
    }

    static me.digi.client.internal.wire.@Nullable Agent toWire(@Nullable Agent agent) {
        return agent == null ? null : new me.digi.client.internal.wire.Agent(agent);
    }

    private static @Nullable Limits limits(SessionOptions options) {
        return options.sourceFetchLimit() == null
                ? null
                : new Limits(new DurationLimits(options.sourceFetchLimit().toMillis() / 1000));
    }

    private static me.digi.client.internal.wire.@Nullable Scope scope(@Nullable Scope scope) {
        return scope == null
                ? null
                : new me.digi.client.internal.wire.Scope(scope.timeRanges(), scope.serviceGroups(), scope.criteria());
    }

    private static @Nullable SourceFetchFilter sourceFetchFilter(SessionOptions options) {
        return options.sourceFetchFilter().isEmpty()
                ? null
                : new SourceFetchFilter(new SourceFetchAccounts(options.sourceFetchFilter()));
    }
}
