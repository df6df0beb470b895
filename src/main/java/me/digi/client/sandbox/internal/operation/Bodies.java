package me.digi.client.sandbox.internal.operation;

import java.util.Set;
import me.digi.client.sandbox.ContractKind;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.json.ObjectShape;
import me.digi.client.sandbox.internal.json.Shape;
import me.digi.client.sandbox.internal.protocol.ApiErrors;
import me.digi.client.sandbox.internal.protocol.Call;

/** What the bodies of several operations have in common: who calls, and what to do when the user has agreed. */
final class Bodies {
    /** The SDKs that the service knows; any other name is rejected, and none is fine. */
    private static final Set<String> KNOWN_SDKS = Set.of("nodejs", "ios", "android");

    private static final ObjectShape SDK = ObjectShape.object()
            .required("name", Shape.text())
            .required("version", Shape.text())
            .optional("meta", Shape.anyObject())
            .rule((path, sdk) -> checkSdk(sdk));

    static final ObjectShape AGENT = ObjectShape.object().required("sdk", SDK);

    static final ObjectShape AGENT_AND_ACTIONS = ObjectShape.object()
            .optional("agent", AGENT)
            .optional("actions", ObjectShape.object().optional("pull", SessionOptions.SHAPE));

    private Bodies() {}

    /** Pulling is for contracts that read. */
    static void checkActions(Call call) {
        JsonView actions = call.body().object("actions");
        if (actions.has("pull")) {
            if (call.contract().kind() == ContractKind.PUSH) {
                throw ApiErrors.wrongContract("body.actions.pull does not go with a contract that pushes");
            }
            SessionOptions.checkScope("body.actions.pull", actions.object("pull"));
        }
    }

    private static void checkSdk(JsonView sdk) {
        if (!KNOWN_SDKS.contains(sdk.text("name"))) {
            throw ApiErrors.unknownAgent(sdk.text("name"));
        }
        if (!sdk.text("version").matches("\\d+(\\.\\d+){1,2}([-+.][0-9A-Za-z.-]+)?")) {
            throw ApiErrors.agentVersion();
        }
    }
}
