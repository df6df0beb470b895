package me.digi.client.sandbox.internal.state;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The people who have consented to something. */
public final class Users {
    private final RandomText random;
    private final Map<String, User> byId = new LinkedHashMap<>();

    Users(RandomText random) {
        this.random = random;
    }

    /** A new person, whose library has a few accounts. */
    public User create(Instant now) {
        String id = "user-" + random.next(12);
        User user = new User(id, SampleAccounts.of(random, now));
        byId.put(id, user);
        return user;
    }

    public @Nullable User byId(String id) {
        return byId.get(id);
    }
}
