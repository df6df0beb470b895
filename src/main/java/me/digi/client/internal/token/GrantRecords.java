package me.digi.client.internal.token;

import java.util.function.Supplier;
import me.digi.client.error.GrantNotFoundException;
import me.digi.client.error.TokenStoreException;
import me.digi.client.error.TokenStoreException.Operation;
import me.digi.client.internal.json.JsonException;
import me.digi.client.store.GrantKey;
import me.digi.client.store.StoredGrant;
import me.digi.client.store.TokenStore;
import org.jspecify.annotations.Nullable;

/** One grant's record in the application's store; whatever the store throws becomes one kind of exception. */
final class GrantRecords {
    /** How often a write gives way to another one; more than that is a store that takes nothing. */
    static final int MOST_CONFLICTS = 1000;

    private final TokenStore store;
    private final GrantKey grant;

    GrantRecords(TokenStore store, GrantKey grant) {
        this.store = store;
        this.grant = grant;
    }

    GrantKey grant() {
        return grant;
    }

    /** What is stored, or null if nothing is. */
    @Nullable
    Snapshot load() {
        return guarded(Operation.LOAD, () -> {
            StoredGrant stored = store.load(grant);
            return stored == null ? null : new Snapshot(stored.version(), GrantStateJson.read(stored.content()));
        });
    }

    /** What is stored, which must be there. */
    Snapshot require() {
        Snapshot stored = load();
        if (stored == null) {
            throw new GrantNotFoundException(grant);
        }
        return stored;
    }

    /** Writes the state over that version; null if another one was stored meanwhile. */
    @Nullable
    Snapshot write(long seenVersion, GrantState state) {
        return guarded(Operation.WRITE, () -> {
            String content = GrantStateJson.write(state);
            StoredGrant next = seenVersion == Snapshot.NONE
                    ? StoredGrant.first(content)
                    : new StoredGrant(seenVersion + 1, content);
            return store.compareAndSet(grant, seenVersion, next) ? new Snapshot(next.version(), state) : null;
        });
    }

    /** For whoever has met another writer so often that the store cannot be right. */
    TokenStoreException tooManyConflicts() {
        return new TokenStoreException(
                Operation.WRITE, grant, "it was changed by others " + MOST_CONFLICTS + " times in a row", null);
    }

    void delete() {
        guarded(Operation.DELETE, () -> {
            store.delete(grant);
            return null;
        });
    }

    /**
     * Errors and checked exceptions as well: a store may be written in Kotlin, or lack a class at run time, and the new pair
     * must not be lost over it.
     */
    private <T extends @Nullable Object> T guarded(Operation operation, Supplier<T> work) {
        try {
            return work.get();
        } catch (TokenStoreException e) {
            throw e;
        } catch (JsonException e) {
            throw new TokenStoreException(operation, grant, "the record is not one: " + e.getMessage(), e);
        } catch (Throwable e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw new TokenStoreException(
                    operation, grant, "the store threw " + e.getClass().getName(), e);
        }
    }
}
