package me.digi.client.sandbox.internal.state;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All storages, and the users that they belong to. */
public final class Storages {
    private final RandomText random;
    private final Changes changes;
    private final Map<String, Storage> byId = new HashMap<>();
    private final Map<String, Storage> byUser = new HashMap<>();

    Storages(RandomText random, Changes changes) {
        this.random = random;
        this.changes = changes;
    }

    /** A storage without a user so far. */
    public Storage create(String kid) {
        return restore("storage-" + random.next(12), kid);
    }

    /** An empty storage that was there before. */
    public Storage restore(String id, String kid) {
        Storage storage = new Storage(id, kid, random, changes);
        byId.put(storage.id(), storage);
        changes.world();
        return storage;
    }

    public Collection<Storage> all() {
        return byId.values();
    }

    /** The owner of each storage that has one: the storage by user id. */
    public Map<String, Storage> byUser() {
        return byUser;
    }

    public @Nullable Storage byId(String id) {
        return byId.get(id);
    }

    public @Nullable Storage of(User user) {
        return byUser.get(user.id());
    }

    /** The storage belongs to the user from now on. */
    public void attach(Storage storage, User user) {
        attach(storage, user.id());
    }

    public void attach(Storage storage, String userId) {
        byUser.put(userId, storage);
        changes.world();
    }

    /** Deletes the storage of a user who was deleted. */
    void deleteOf(User user) {
        Storage storage = byUser.remove(user.id());
        if (storage != null) {
            storage.delete("/", true);
            byId.remove(storage.id());
        }
    }
}
