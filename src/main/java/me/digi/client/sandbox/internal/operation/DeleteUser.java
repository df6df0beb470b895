package me.digi.client.sandbox.internal.operation;

import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.internal.json.ObjectShape;
import me.digi.client.sandbox.internal.protocol.ApiOperation;
import me.digi.client.sandbox.internal.protocol.ApiResponse;
import me.digi.client.sandbox.internal.protocol.Call;
import me.digi.client.sandbox.internal.protocol.Endpoint;
import me.digi.client.sandbox.internal.state.User;

/** Deletes the user with all data. Every token of the user is invalid from then on, whatever its contract. */
final class DeleteUser implements ApiOperation {
    @Override
    public Endpoint endpoint() {
        return new Endpoint(Operation.DELETE_USER, "DELETE", "user");
    }

    @Override
    public ObjectShape claims() {
        return AccessTokens.CLAIMS;
    }

    @Override
    public ApiResponse respond(Call call) {
        User user = AccessTokens.authorizedUser(call);
        call.world().delete(user);
        return ApiResponse.done();
    }
}
