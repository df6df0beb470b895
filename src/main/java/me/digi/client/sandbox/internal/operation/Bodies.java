package me.digi.client.sandbox.internal.operation;

import java.util.Set;
import me.digi.client.sandbox.ContractKind;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.json.ObjectShape;
import me.digi.client.sandbox.internal.json.Shape;
import me.digi.client.sandbox.internal.protocol.ApiErrors;
import me.digi.client.sandbox.internal.protocol.Call;

/** Parts of the bodies of several operations: the agent, and what to read after consent. */
final class Bodies {
    /** Other names are rejected. */
    private static final Set<String> KNOWN_SDKS = Set.of("nodejs", "ios", "android");

    private static final ObjectShape SDK = ObjectShape.object()
            .required("name", Shape.text())
            .required("version", Shape.text())
            .optional("meta", Shape.anyObject());

    static final ObjectShape AGENT = ObjectShape.object().required("sdk", SDK);

    static final ObjectShape AGENT_AND_ACTIONS = ObjectShape.object()
            .optional("agent", AGENT)
            .optional("actions", ObjectShape.object().optional("pull", SessionOptions.SHAPE));

    private Bodies() {}

    /** Checks the agent, and what to read, which only contracts that read may have. */
    static void check(Call call) {
        checkAgent(call);
        JsonView actions = call.body().object("actions");
        if (actions.has("pull")) {
            if (call.contract().kind() == ContractKind.PUSH) {
                call.refuse(ApiErrors.wrongContract("body.actions.pull is not allowed for a contract that pushes"));
            }
            SessionOptions.checkScope(call, "body.actions.pull", actions.object("pull"));
        }
    }

    static void checkAgent(Call call) {
        JsonView agent = call.body().object("agent");
        if (!agent.has("sdk")) {
            return;
        }
        JsonView sdk = agent.object("sdk");
        if (!KNOWN_SDKS.contains(sdk.text("name"))) {
            call.refuse(ApiErrors.unknownAgent(sdk.text("name")));
        }
        if (!sdk.text("version").matches("\\d+(\\.\\d+){1,2}([-+.][0-9A-Za-z.-]+)?")) {
            call.refuse(ApiErrors.agentVersion(sdk.text("version")));
        }
    }
}
