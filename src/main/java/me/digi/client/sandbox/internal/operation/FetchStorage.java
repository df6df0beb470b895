package me.digi.client.sandbox.internal.operation;

import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.internal.json.ObjectShape;
import me.digi.client.sandbox.internal.protocol.ApiErrors;
import me.digi.client.sandbox.internal.protocol.ApiOperation;
import me.digi.client.sandbox.internal.protocol.ApiResponse;
import me.digi.client.sandbox.internal.protocol.Call;
import me.digi.client.sandbox.internal.protocol.Endpoint;
import me.digi.client.sandbox.internal.protocol.Rule;
import me.digi.client.sandbox.internal.state.Storage;

/** Says which storage is the user's. */
final class FetchStorage implements ApiOperation {
    @Override
    public Endpoint endpoint() {
        return new Endpoint(Operation.FETCH_STORAGE, "GET", "storage");
    }

    @Override
    public ObjectShape claims() {
        return AccessTokens.CLAIMS;
    }

    @Override
    public ApiResponse respond(Call call) {
        Storage storage = call.world().storages().of(AccessTokens.authorizedUser(call));
        if (storage == null) {
            throw ApiErrors.notFound(Rule.STORAGE, "the user has no storage");
        }
        return ApiResponse.json(StorageFiles.members(storage));
    }
}
