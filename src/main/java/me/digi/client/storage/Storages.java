package me.digi.client.storage;

/** The storages of a contract. Get one from {@code DigiMe.storages(contract)}. Safe for use by many threads. */
public interface Storages {
    /** Creates a storage, which belongs to nobody until a user is authorized with its id. */
    Storage create();

    /** The application's files in a storage. */
    StorageFiles files(String storageId);
}
