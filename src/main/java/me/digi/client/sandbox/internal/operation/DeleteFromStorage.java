package me.digi.client.sandbox.internal.operation;

import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.internal.protocol.Answer;
import me.digi.client.sandbox.internal.protocol.ApiOperation;
import me.digi.client.sandbox.internal.protocol.Call;
import me.digi.client.sandbox.internal.protocol.Endpoint;
import me.digi.client.sandbox.internal.protocol.Refusals;

/** Deletes a file of a storage; or, if the path ends in a slash, all that is in that folder and below. */
final class DeleteFromStorage implements ApiOperation {
    @Override
    public Endpoint endpoint() {
        return new Endpoint(Operation.STORAGE_DELETE, "DELETE", StorageFiles.under("{/any}"));
    }

    @Override
    public Credentials credentials() {
        return Credentials.CLOUD_JWT;
    }

    @Override
    public Answer answer(Call call) {
        String path = StorageFiles.path(call.path("any"));
        if (!StorageFiles.storage(call).delete(path, path.endsWith("/"))) {
            throw Refusals.notFound("there is nothing at that path");
        }
        return Answer.done();
    }
}
