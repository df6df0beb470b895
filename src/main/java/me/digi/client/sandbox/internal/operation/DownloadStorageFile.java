package me.digi.client.sandbox.internal.operation;

import java.util.Map;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.internal.protocol.ApiErrors;
import me.digi.client.sandbox.internal.protocol.ApiOperation;
import me.digi.client.sandbox.internal.protocol.ApiResponse;
import me.digi.client.sandbox.internal.protocol.Call;
import me.digi.client.sandbox.internal.protocol.Content;
import me.digi.client.sandbox.internal.protocol.Endpoint;
import me.digi.client.sandbox.internal.protocol.Rule;
import me.digi.client.sandbox.internal.state.Storage;

/** Gives a file of a storage back as it was put there. */
final class DownloadStorageFile implements ApiOperation {
    @Override
    public Endpoint endpoint() {
        return new Endpoint(Operation.DOWNLOAD_STORAGE_FILE, "GET", StorageFiles.under("{/file}"));
    }

    @Override
    public Credentials credentials() {
        return Credentials.CLOUD_JWT;
    }

    @Override
    public boolean respondsWithBytes() {
        return true;
    }

    @Override
    public ApiResponse respond(Call call) {
        Storage.Stored file = StorageFiles.storage(call).get(StorageFiles.path(call.path("file")));
        if (file == null) {
            throw ApiErrors.notFound(Rule.STORAGE_FILE, "there is no such file");
        }
        return ApiResponse.bytes(Map.of("Content-Type", "application/octet-stream"), Content.of(file.content()));
    }
}
