package me.digi.client.internal.oauth;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import me.digi.client.store.GrantKey;
import me.digi.client.store.StoredGrant;
import me.digi.client.store.StoredUser;
import me.digi.client.store.TokenStore;
import me.digi.client.store.TokenStoreException;
import me.digi.client.store.TokenStoreException.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Wraps the application's store: maps whatever it throws to one exception, and checks the record after a failed write.
 */
public record GuardedStore(TokenStore store) implements TokenStore {
    @Override
    public @Nullable StoredGrant load(GrantKey grant) {
        return guarded(Operation.LOAD, grant, () -> store.load(grant));
    }

    /** A failed write may have been stored; it is repeated only if it was not. */
    @Override
    public boolean compareAndSet(GrantKey grant, long expectedVersion, StoredGrant next) {
        try {
            return write(grant, expectedVersion, next);
        } catch (TokenStoreException e) {
            StoredGrant stored = load(grant);
            boolean isUnchanged = stored == null ? expectedVersion == 0 : stored.version() == expectedVersion;
            return isUnchanged ? write(grant, expectedVersion, next) : next.equals(stored);
        }
    }

    private boolean write(GrantKey grant, long expectedVersion, StoredGrant next) {
        return guarded(Operation.WRITE, grant, () -> store.compareAndSet(grant, expectedVersion, next));
    }

    @Override
    public void delete(GrantKey grant) {
        guarded(Operation.DELETE, grant, () -> {
            store.delete(grant);
            return grant;
        });
    }

    @Override
    public List<StoredUser> list(String contractId, @Nullable String after, int limit) {
        try {
            List<StoredUser> page = store.list(contractId, after, limit);
            if (page == null || page.stream().anyMatch(user -> user == null)) {
                String what = page == null ? "null" : "a list that contains null";
                throw TokenStoreException.notListed(contractId, "the store returned " + what, null);
            }
            return page;
        } catch (UnsupportedOperationException e) {
            throw TokenStoreException.notListed(contractId, "the store does not support listing", e);
        } catch (Throwable e) {
            throw failure(e, detail -> TokenStoreException.notListed(contractId, detail, e));
        }
    }

    /**
     * Includes errors, such as missing classes, and checked exceptions of stores in Kotlin: a token pair must not be
     * lost because of them.
     */
    private static <T extends @Nullable Object> T guarded(Operation operation, GrantKey grant, Supplier<T> work) {
        try {
            return work.get();
        } catch (Throwable e) {
            throw failure(e, detail -> new TokenStoreException(operation, grant, detail, e));
        }
    }

    private static TokenStoreException failure(Throwable e, Function<String, TokenStoreException> failure) {
        if (e instanceof TokenStoreException known) {
            return known;
        }
        if (e instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        return failure.apply("the store threw " + e.getClass().getName());
    }
}
