package me.digi.client.internal.api;

import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import me.digi.client.internal.oauth.StoredUsers;
import me.digi.client.store.StoredUser;
import org.jspecify.annotations.Nullable;

/**
 * All stored users, starting after a key and wrapping around at the end. The second round ends at the first user who is
 * among the first hundred. For one thread.
 */
final class WrappingUsers implements Iterator<StoredUser> {
    private static final int MAX_REMEMBERED = 100;

    private final Function<@Nullable String, StoredUsers> stored;
    private final Set<String> first = new HashSet<>();
    private Iterator<StoredUser> users;
    private boolean isSecondRound;
    private @Nullable StoredUser next;

    WrappingUsers(Function<@Nullable String, StoredUsers> stored, String after) {
        this.stored = stored;
        this.users = stored.apply(after).iterator();
    }

    @Override
    public boolean hasNext() {
        if (next == null) {
            next = read();
        }
        return next != null;
    }

    private @Nullable StoredUser read() {
        if (!users.hasNext() && !isSecondRound) {
            isSecondRound = true;
            users = stored.apply(null).iterator();
        }
        if (!users.hasNext()) {
            return null;
        }
        StoredUser user = users.next();
        if (isSecondRound && first.contains(user.userKey())) {
            users = Collections.emptyIterator();
            return null;
        }
        if (!isSecondRound && first.size() < MAX_REMEMBERED) {
            first.add(user.userKey());
        }
        return user;
    }

    @Override
    public StoredUser next() {
        if (!hasNext()) {
            throw new NoSuchElementException("there are no more users");
        }
        StoredUser user = Objects.requireNonNull(next);
        next = null;
        return user;
    }
}
