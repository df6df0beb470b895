package me.digi.client.sandbox.internal.operation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.internal.json.ObjectShape;
import me.digi.client.sandbox.internal.json.Shape;
import me.digi.client.sandbox.internal.protocol.ApiOperation;
import me.digi.client.sandbox.internal.protocol.ApiResponse;
import me.digi.client.sandbox.internal.protocol.Call;
import me.digi.client.sandbox.internal.protocol.Endpoint;
import me.digi.client.sandbox.internal.state.Storage;

/** Lists the files in a folder of a storage, and if it is to be recursive in the folders within. */
final class ListStorageFiles implements ApiOperation {
    @Override
    public Endpoint endpoint() {
        return new Endpoint(Operation.LIST_STORAGE_FILES, "GET", StorageFiles.under("{/folder/}"));
    }

    @Override
    public Credentials credentials() {
        return Credentials.CLOUD_JWT;
    }

    @Override
    public ObjectShape query() {
        return ObjectShape.object().required("recursive", Shape.oneOf("true", "false"));
    }

    @Override
    public ApiResponse respond(Call call) {
        Storage storage = StorageFiles.storage(call);
        List<Map<String, Object>> files =
                storage
                        .list(
                                StorageFiles.path(call.path("folder")),
                                call.query().text("recursive").equals("true"))
                        .stream()
                        .map(file -> StorageFiles.entry(call, file))
                        .toList();
        Map<String, Object> list = new LinkedHashMap<>();
        list.put("files", files);
        list.put("total", (long) files.size());
        return ApiResponse.json(list);
    }
}
