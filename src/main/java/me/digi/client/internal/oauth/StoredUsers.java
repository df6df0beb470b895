package me.digi.client.internal.oauth;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import me.digi.client.store.StoredUser;
import me.digi.client.store.TokenStore;
import me.digi.client.store.TokenStoreException;
import org.jspecify.annotations.Nullable;

/** Iterates over a contract's stored users, page by page. */
public final class StoredUsers implements Iterable<StoredUser> {
    private static final int PAGE = 500;

    private final TokenStore store;
    private final String contractId;
    private final @Nullable String after;

    /**
     * The users after a key.
     *
     * @param store throws only {@link TokenStoreException}
     * @param after a user key, or null for all users
     */
    public StoredUsers(TokenStore store, String contractId, @Nullable String after) {
        this.store = store;
        this.contractId = contractId;
        this.after = after;
    }

    @Override
    public Iterator<StoredUser> iterator() {
        return new Iterator<>() {
            private List<StoredUser> page = List.of();
            private @Nullable String pageAfter = after;
            private int next;
            private boolean isAtEnd;

            @Override
            public boolean hasNext() {
                if (next == page.size() && !isAtEnd) {
                    page = page(pageAfter);
                    next = 0;
                    isAtEnd = page.isEmpty();
                    pageAfter = isAtEnd ? pageAfter : page.get(page.size() - 1).userKey();
                }
                return next < page.size();
            }

            @Override
            public StoredUser next() {
                if (!hasNext()) {
                    throw new NoSuchElementException("there are no more users");
                }
                return page.get(next++);
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
