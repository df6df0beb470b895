package me.digi.client.sandbox.internal.operation;

import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.internal.protocol.ApiErrors;
import me.digi.client.sandbox.internal.protocol.ApiOperation;
import me.digi.client.sandbox.internal.protocol.ApiResponse;
import me.digi.client.sandbox.internal.protocol.Call;
import me.digi.client.sandbox.internal.protocol.Endpoint;
import me.digi.client.sandbox.internal.protocol.Rule;
import me.digi.client.sandbox.internal.state.Storage;

/** Puts an encrypted file into a storage, in place of one that has the same path. */
final class UploadStorageFile implements ApiOperation {
    private static final int SHORTEST = 288;
    private static final int BLOCK = 16;

    @Override
    public Endpoint endpoint() {
        return new Endpoint(Operation.UPLOAD_STORAGE_FILE, "POST", StorageFiles.under("{/file}"));
    }

    @Override
    public Credentials credentials() {
        return Credentials.CLOUD_JWT;
    }

    @Override
    public Payload payload() {
        return Payload.BYTES;
    }

    @Override
    public ApiResponse respond(Call call) {
        Storage storage = StorageFiles.storage(call);
        String path = StorageFiles.path(call.path("file"));
        long size = call.bytes().size();
        if (size < SHORTEST || size % BLOCK != 0) {
            call.refuse(ApiErrors.malformed(
                    Rule.ENCRYPTED_UPLOAD,
                    "the body cannot be an encrypted file: it has " + size + " bytes",
                    size + " bytes"));
        }
        return ApiResponse.created(
                StorageFiles.entry(call, storage.put(path, call.bytes().keep())));
    }
}
