package me.digi.client.internal.read;

import me.digi.client.Agent;
import me.digi.client.internal.wire.AgentSdk;
import org.jspecify.annotations.Nullable;

public final class AgentMapping {
    private AgentMapping() {}

    public static me.digi.client.internal.wire.@Nullable Agent toWire(@Nullable Agent agent) {
        return agent == null
                ? null
                : new me.digi.client.internal.wire.Agent(
                        new AgentSdk(agent.name(), agent.version(), agent.meta().isEmpty() ? null : agent.meta()));
    }
}
