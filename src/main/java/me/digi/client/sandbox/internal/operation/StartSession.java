package me.digi.client.sandbox.internal.operation;

import java.util.Map;
import me.digi.client.sandbox.ContractKind;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.internal.json.ObjectShape;
import me.digi.client.sandbox.internal.protocol.ApiErrors;
import me.digi.client.sandbox.internal.protocol.ApiOperation;
import me.digi.client.sandbox.internal.protocol.ApiResponse;
import me.digi.client.sandbox.internal.protocol.Call;
import me.digi.client.sandbox.internal.protocol.Endpoint;
import me.digi.client.sandbox.internal.state.ReadSession;
import me.digi.client.sandbox.internal.state.User;

/**
 * Starts a session to read the user's data, for contracts that read. With {@code sourceFetch: false} the whole library is
 * listed at once; otherwise the list grows by the library's script.
 */
final class StartSession implements ApiOperation {
    @Override
    public Endpoint endpoint() {
        return new Endpoint(Operation.START_SESSION, "POST", "permission-access/trigger");
    }

    @Override
    public ObjectShape claims() {
        return AccessTokens.CLAIMS;
    }

    @Override
    public ObjectShape body() {
        return SessionOptions.SHAPE.optional("agent", Bodies.AGENT);
    }

    @Override
    public ApiResponse respond(Call call) {
        User user = AccessTokens.authorizedUser(call);
        if (call.contract().kind() == ContractKind.PUSH) {
            call.refuse(ApiErrors.wrongContract("a contract that pushes cannot read"));
        }
        Bodies.checkAgent(call);
        SessionOptions.checkScope(call, "body", call.body());
        ReadSession session = call.world()
                .sessions()
                .open(
                        user,
                        call.contract(),
                        call.now().plus(call.world().lifetimes().session()),
                        SessionScope.plan(call.body(), call.world().catalogue()));
        return ApiResponse.accepted(Map.of(
                "session",
                Map.of("key", session.key(), "expiry", session.expiresAt().toEpochMilli())));
    }
}
