package me.digi.client.internal.read;

import me.digi.client.Agent;
import me.digi.client.internal.wire.TriggerRequest;
import me.digi.client.read.SessionOptions;
import org.jspecify.annotations.Nullable;

/** What opens a session: its options, and who asks. */
final class TriggerMapping {
    private TriggerMapping() {}

    /** Both in one. */
    static TriggerRequest toWire(SessionOptions options, @Nullable Agent agent) {
        return new TriggerRequest(
                SessionOptionsMapping.limits(options),
                SessionOptionsMapping.scope(options),
                options.sourceFetch(),
                SessionOptionsMapping.sourceFetchFilter(options),
                AgentMapping.toWire(agent));
    }
}
