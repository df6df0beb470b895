package me.digi.client.sandbox.internal.state;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

/** The changes since the last save. Used only within {@link World#locked}. */
public final class Changes {
    private final Set<User> users = new LinkedHashSet<>();
    private boolean world;
    private Consumer<Changes> saver = changes -> {};

    Changes() {}

    /** Passes later changes to the saver, before the response to the request that made them. */
    public void saveWith(Consumer<Changes> newSaver) {
        clear();
        saver = newSaver;
    }

    /** The users that have changed, including deleted ones. */
    public Set<User> users() {
        return users;
    }

    /** Whether a contract, a key, a storage or the clock has changed. */
    public boolean ofTheWorld() {
        return world;
    }

    /** Records a change that belongs to no user. */
    public void world() {
        world = true;
    }

    void user(User user) {
        users.add(user);
    }

    void save() {
        if (world || !users.isEmpty()) {
            saver.accept(this);
            clear();
        }
    }

    private void clear() {
        users.clear();
        world = false;
    }
}
