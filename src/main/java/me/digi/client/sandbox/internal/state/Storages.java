package me.digi.client.sandbox.internal.state;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All storages, and their users. */
public final class Storages {
    private final RandomText random;
    private final Changes changes;
    private final Map<String, Storage> byId = new HashMap<>();
    private final Map<String, Storage> byUser = new HashMap<>();

    Storages(RandomText random, Changes changes) {
        this.random = random;
        this.changes = changes;
    }

    /** Creates a storage without a user. */
    public Storage create(String kid) {
        return restore("storage-" + random.next(12), kid);
    }

    /** Restores a saved storage, without its files. */
    public Storage restore(String id, String kid) {
        Storage storage = new Storage(id, kid, random, changes);
        byId.put(storage.id(), storage);
        changes.world();
        return storage;
    }

    public Collection<Storage> all() {
        return byId.values();
    }

    /** The storages by user id. */
    public Map<String, Storage> byUser() {
        return byUser;
    }

    public @Nullable Storage byId(String id) {
        return byId.get(id);
    }

    public @Nullable Storage of(User user) {
        return byUser.get(user.id());
    }

    /** Assigns a storage to a user. */
    public void attach(Storage storage, String userId) {
        byUser.put(userId, storage);
        changes.world();
    }

    /** Deletes the storage of a deleted user. */
    void deleteOf(User user) {
        Storage storage = byUser.remove(user.id());
        if (storage != null) {
            storage.delete("/", true);
            byId.remove(storage.id());
        }
    }
}
