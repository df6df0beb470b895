package me.digi.client.sandbox.internal.operation;

import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.internal.json.ObjectShape;
import me.digi.client.sandbox.internal.protocol.Answer;
import me.digi.client.sandbox.internal.protocol.ApiOperation;
import me.digi.client.sandbox.internal.protocol.Call;
import me.digi.client.sandbox.internal.protocol.Endpoint;
import me.digi.client.sandbox.internal.protocol.Refusals;
import me.digi.client.sandbox.internal.state.Storage;

/** Says which storage is the user's. */
final class UserStorage implements ApiOperation {
    @Override
    public Endpoint endpoint() {
        return new Endpoint(Operation.USER_STORAGE, "GET", "storage");
    }

    @Override
    public ObjectShape claims() {
        return AccessTokens.CLAIMS;
    }

    @Override
    public Answer answer(Call call) {
        Storage storage = call.world().storages().of(AccessTokens.authorizedUser(call));
        if (storage == null) {
            throw Refusals.notFound("the user has no storage");
        }
        return Answer.json(StorageFiles.members(storage));
    }
}
