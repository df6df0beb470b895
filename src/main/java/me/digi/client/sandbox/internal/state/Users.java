package me.digi.client.sandbox.internal.state;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The users: at most 100,000. */
public final class Users {
    private static final int LIMIT = 100_000;

    private final RandomText random;
    private final Changes changes;
    private final Map<String, User> byId = new LinkedHashMap<>();
    private Consumer<Library> setUp = library -> {};

    Users(RandomText random, Changes changes) {
        this.random = random;
        this.changes = changes;
    }

    /** Sets up the libraries of users who are created later. */
    public void setUp(Consumer<Library> newSetUp) {
        setUp = newSetUp;
    }

    /** Creates a user with a few accounts, and files from each. */
    public User create(Instant now) {
        if (byId.size() == LIMIT) {
            throw new IllegalStateException("the sandbox has " + LIMIT + " users, its limit: delete some");
        }
        User user = restore("user-" + random.next(12), now);
        Library library = user.library();
        SampleAccounts.of(random, now).forEach(library::add);
        SampleFiles.of(library.accountIds()).forEach(library::put);
        setUp.accept(library);
        return user;
    }

    /** Restores a saved user, with an empty library. */
    public User restore(String id, Instant createdAt) {
        User user = new User(id, createdAt, changes);
        byId.put(id, user);
        changes.user(user);
        return user;
    }

    public Collection<User> all() {
        return byId.values();
    }

    public @Nullable User byId(String id) {
        return byId.get(id);
    }

    /** Deletes a user; {@link World#delete} also deletes the rest. */
    void delete(User user) {
        byId.remove(user.id());
        user.delete();
        changes.user(user);
    }
}
