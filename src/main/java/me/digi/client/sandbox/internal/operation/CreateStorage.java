package me.digi.client.sandbox.internal.operation;

import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.internal.protocol.ApiOperation;
import me.digi.client.sandbox.internal.protocol.ApiResponse;
import me.digi.client.sandbox.internal.protocol.Call;
import me.digi.client.sandbox.internal.protocol.Endpoint;

/** Creates a storage without a user; the page {@code authorize} gives it to a user who comes with a reference to it. */
final class CreateStorage implements ApiOperation {
    @Override
    public Endpoint endpoint() {
        return new Endpoint(Operation.CREATE_STORAGE, "POST", "storage");
    }

    @Override
    public ApiResponse respond(Call call) {
        String kid = call.contract().id() + "_" + call.world().contracts().applicationId() + "_0";
        return ApiResponse.created(StorageFiles.members(call.world().storages().create(kid)));
    }
}
