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
 * Opens a session to read what the user has, for contracts that read. With {@code sourceFetch: false} all that is there is
 * listed at once; otherwise the list grows as the library's script says.
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
            throw ApiErrors.wrongContract("a contract that pushes cannot read");
        }
        SessionOptions.checkScope("body", call.body());
        ReadSession session = call.world()
                .sessions()
                .open(
                        user,
                        call.contract(),
                        call.now().plus(call.world().lifetimes().session()),
                        SessionScope.plan(call.body()));
        return ApiResponse.accepted(Map.of(
                "session",
                Map.of("key", session.key(), "expiry", session.expiresAt().toEpochMilli())));
    }
}
