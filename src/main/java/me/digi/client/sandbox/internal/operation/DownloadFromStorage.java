package me.digi.client.sandbox.internal.operation;

import java.util.Map;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.internal.protocol.Answer;
import me.digi.client.sandbox.internal.protocol.ApiOperation;
import me.digi.client.sandbox.internal.protocol.Call;
import me.digi.client.sandbox.internal.protocol.Content;
import me.digi.client.sandbox.internal.protocol.Endpoint;
import me.digi.client.sandbox.internal.protocol.Refusals;
import me.digi.client.sandbox.internal.state.Storage;

/** Gives a file of a storage back as it was put there. */
final class DownloadFromStorage implements ApiOperation {
    @Override
    public Endpoint endpoint() {
        return new Endpoint(Operation.STORAGE_DOWNLOAD, "GET", StorageFiles.under("{/file}"));
    }

    @Override
    public Credentials credentials() {
        return Credentials.CLOUD_JWT;
    }

    @Override
    public boolean answersBytes() {
        return true;
    }

    @Override
    public Answer answer(Call call) {
        Storage.Stored file = StorageFiles.storage(call).get(StorageFiles.path(call.path("file")));
        if (file == null) {
            throw Refusals.notFound("there is no such file");
        }
        return Answer.bytes(Map.of("Content-Type", "application/octet-stream"), Content.of(file.content()));
    }
}
