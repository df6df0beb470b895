package me.digi.client.sandbox.internal.operation;

import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.internal.protocol.ApiErrors;
import me.digi.client.sandbox.internal.protocol.ApiOperation;
import me.digi.client.sandbox.internal.protocol.ApiResponse;
import me.digi.client.sandbox.internal.protocol.Call;
import me.digi.client.sandbox.internal.protocol.Endpoint;
import me.digi.client.sandbox.internal.protocol.Rule;

/** Deletes a file of a storage; or all that is in a folder and below. */
final class DeleteStorageFiles implements ApiOperation {
    private final Endpoint endpoint;
    private final String variable;

    private DeleteStorageFiles(Operation operation, String variable, String template) {
        this.endpoint = new Endpoint(operation, "DELETE", StorageFiles.under(template));
        this.variable = variable;
    }

    static DeleteStorageFiles file() {
        return new DeleteStorageFiles(Operation.DELETE_STORAGE_FILE, "file", "{/file}");
    }

    static DeleteStorageFiles folder() {
        return new DeleteStorageFiles(Operation.DELETE_STORAGE_FOLDER, "folder", "{/folder/}");
    }

    @Override
    public Endpoint endpoint() {
        return endpoint;
    }

    @Override
    public Credentials credentials() {
        return Credentials.CLOUD_JWT;
    }

    @Override
    public ApiResponse respond(Call call) {
        String path = call.path(variable);
        // A folder's path ends in a slash, also the application's own: without it nothing may be deleted.
        if (path.isEmpty()
                || !StorageFiles.storage(call)
                        .delete(StorageFiles.path(path), endpoint.operation() == Operation.DELETE_STORAGE_FOLDER)) {
            throw ApiErrors.notFound(Rule.STORAGE_FILE, "there is nothing at that path");
        }
        return ApiResponse.done();
    }
}
