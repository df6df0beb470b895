package me.digi.client.sandbox.internal.operation;

import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.internal.json.ObjectShape;
import me.digi.client.sandbox.internal.protocol.Answer;
import me.digi.client.sandbox.internal.protocol.ApiOperation;
import me.digi.client.sandbox.internal.protocol.Call;
import me.digi.client.sandbox.internal.protocol.Endpoint;

/** Lists the accounts in the user's library. */
final class ListAccounts implements ApiOperation {
    @Override
    public Endpoint endpoint() {
        return new Endpoint(Operation.ACCOUNTS, "GET", "permission-access/accounts");
    }

    @Override
    public ObjectShape claims() {
        return AccessTokens.CLAIMS;
    }

    @Override
    public Answer answer(Call call) {
        return Answer.json(AccessTokens.authorizedUser(call).library().accounts());
    }
}
