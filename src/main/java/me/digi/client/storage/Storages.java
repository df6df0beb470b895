package me.digi.client.storage;

/** The storages of a contract, from {@code DigiMe.storages(contract)}. Safe for use by many threads. */
public interface Storages {
    /** Creates a storage, which has no owner until a user is authorized with its id. */
    Storage create();

    /** Returns the application's files in a storage. Sends nothing. */
    StorageFiles files(String storageId);
}
