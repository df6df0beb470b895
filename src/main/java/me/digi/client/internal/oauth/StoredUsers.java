package me.digi.client.internal.oauth;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import me.digi.client.store.StoredUser;
import me.digi.client.store.TokenStore;
import me.digi.client.store.TokenStoreException;
import org.jspecify.annotations.Nullable;

/**
 * Iterates over a contract's stored users, page by page.
 *
 * @param store throws only {@link TokenStoreException}
 * @param after the key of the user to start after, or null for all users
 */
public record StoredUsers(
        TokenStore store, String contractId, @Nullable String after) implements Iterable<StoredUser> {
    private static final int PAGE = 500;

    @Override
    public Iterator<StoredUser> iterator() {
        return new Iterator<>() {
            private Iterator<StoredUser> page = Collections.emptyIterator();
            private @Nullable String last = after;
            private boolean isAtEnd;

            @Override
            public boolean hasNext() {
                if (!page.hasNext() && !isAtEnd) {
                    page = page(last).iterator();
                    isAtEnd = !page.hasNext();
                }
                return page.hasNext();
            }

            @Override
            public StoredUser next() {
                if (!hasNext()) {
                    throw new NoSuchElementException("there are no more users");
                }
                StoredUser user = page.next();
                last = user.userKey();
                return user;
            }
        };
    }

    private List<StoredUser> page(@Nullable String pageAfter) {
        List<StoredUser> page = store.list(contractId, pageAfter, PAGE);
        // A store that repeats a page would be read forever.
        if (!page.isEmpty() && page.get(page.size() - 1).userKey().equals(pageAfter)) {
            throw TokenStoreException.notListed(contractId, "the store returned the same page twice", null);
        }
        return page;
    }
}
