package me.digi.client.sandbox.internal.operation;

import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.internal.json.ObjectShape;
import me.digi.client.sandbox.internal.protocol.ApiOperation;
import me.digi.client.sandbox.internal.protocol.ApiResponse;
import me.digi.client.sandbox.internal.protocol.Call;
import me.digi.client.sandbox.internal.protocol.Endpoint;

/** Lists the accounts in the user's library. */
final class ListAccounts implements ApiOperation {
    @Override
    public Endpoint endpoint() {
        return new Endpoint(Operation.LIST_ACCOUNTS, "GET", "permission-access/accounts");
    }

    @Override
    public ObjectShape claims() {
        return AccessTokens.CLAIMS;
    }

    @Override
    public ApiResponse respond(Call call) {
        return ApiResponse.json(AccessTokens.authorizedUser(call).library().accounts());
    }
}
