package me.digi.client.internal.api;

import java.util.function.Function;
import me.digi.client.internal.http.CallSpec;
import me.digi.client.internal.http.Caller;
import me.digi.client.internal.io.Require;
import me.digi.client.internal.wire.StorageApi;
import me.digi.client.storage.Storage;
import me.digi.client.storage.StorageFiles;
import me.digi.client.storage.Storages;

/** Storages are created through the API, and their files are in the cloud. */
final class ContractStorages implements Storages {
    private final Caller apiCalls;
    private final Function<String, StorageFiles> cloud;

    /** The storages of a contract, and the files of the one with a given id. */
    ContractStorages(Caller apiCalls, Function<String, StorageFiles> cloud) {
        this.apiCalls = apiCalls;
        this.cloud = cloud;
    }

    @Override
    public Storage create() {
        StorageApi api = apiCalls.api(StorageApi.class);
        return apiCalls.execute(CallSpec.of(StorageApi.CREATE_STORAGE), api::createStorage);
    }

    @Override
    public StorageFiles files(String storageId) {
        return cloud.apply(Require.segment("storageId", storageId));
    }
}
