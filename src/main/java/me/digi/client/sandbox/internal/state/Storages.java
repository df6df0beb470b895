package me.digi.client.sandbox.internal.state;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All storages, and whose they are. */
public final class Storages {
    private final RandomText random;
    private final Map<String, Storage> byId = new HashMap<>();
    private final Map<String, Storage> byUser = new HashMap<>();

    Storages(RandomText random) {
        this.random = random;
    }

    /** A storage that is nobody's yet. */
    public Storage create(String kid) {
        Storage storage = new Storage("storage-" + random.next(12), kid, random);
        byId.put(storage.id(), storage);
        return storage;
    }

    public @Nullable Storage byId(String id) {
        return byId.get(id);
    }

    public @Nullable Storage of(User user) {
        return byUser.get(user.id());
    }

    /** It is the user's from here on. */
    public void attach(Storage storage, User user) {
        byUser.put(user.id(), storage);
    }

    /** The user has gone, and the storage with them. */
    public void deleteOf(User user) {
        Storage storage = byUser.remove(user.id());
        if (storage != null) {
            storage.delete("/", true);
            byId.remove(storage.id());
        }
    }
}
