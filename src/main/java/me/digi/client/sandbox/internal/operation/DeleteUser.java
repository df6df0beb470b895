package me.digi.client.sandbox.internal.operation;

import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.internal.json.ObjectShape;
import me.digi.client.sandbox.internal.protocol.ApiOperation;
import me.digi.client.sandbox.internal.protocol.ApiResponse;
import me.digi.client.sandbox.internal.protocol.Call;
import me.digi.client.sandbox.internal.protocol.Endpoint;
import me.digi.client.sandbox.internal.state.User;

/** Deletes the user with all that there is of theirs. Every token of theirs is dead from then on, whatever its contract. */
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
        call.world().grants().revoke(user.id());
        call.world().storages().deleteOf(user);
        user.delete();
        return ApiResponse.done();
    }
}
