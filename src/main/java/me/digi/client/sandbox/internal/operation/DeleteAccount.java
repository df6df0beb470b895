package me.digi.client.sandbox.internal.operation;

import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.internal.json.ObjectShape;
import me.digi.client.sandbox.internal.protocol.ApiOperation;
import me.digi.client.sandbox.internal.protocol.ApiResponse;
import me.digi.client.sandbox.internal.protocol.Call;
import me.digi.client.sandbox.internal.protocol.Endpoint;
import me.digi.client.sandbox.internal.state.User;

/** Takes an account out of the user's library. */
final class DeleteAccount implements ApiOperation {
    @Override
    public Endpoint endpoint() {
        return new Endpoint(Operation.DELETE_ACCOUNT, "DELETE", "permission-access/service/h:accountId");
    }

    @Override
    public ObjectShape claims() {
        return AccessTokens.CLAIMS;
    }

    @Override
    public ObjectShape headers() {
        return Accounts.HEADERS;
    }

    @Override
    public ApiResponse respond(Call call) {
        User user = AccessTokens.authorizedUser(call);
        user.library().removeAccount(Accounts.named(call, user));
        return ApiResponse.done();
    }
}
