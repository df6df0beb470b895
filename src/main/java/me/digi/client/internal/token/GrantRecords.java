package me.digi.client.internal.token;

import java.util.function.Supplier;
import me.digi.client.error.TokenStoreException;
import me.digi.client.error.TokenStoreException.Operation;
import me.digi.client.internal.json.JsonException;
import me.digi.client.store.GrantKey;
import me.digi.client.store.StoredGrant;
import me.digi.client.store.TokenStore;
import org.jspecify.annotations.Nullable;

/** One grant's record in the application's store; whatever the store throws becomes one kind of exception. */
final class GrantRecords {
    private final TokenStore store;
    private final GrantKey grant;

    GrantRecords(TokenStore store, GrantKey grant) {
        this.store = store;
        this.grant = grant;
    }

    /** What is stored, or null if nothing is. */
    @Nullable
    Snapshot load() {
        StoredGrant stored = guarded(Operation.LOAD, () -> store.load(grant));
        if (stored == null) {
            return null;
        }
        try {
            return new Snapshot(stored.version(), GrantStateJson.read(stored.content()));
        } catch (JsonException e) {
            throw new TokenStoreException(Operation.LOAD, grant, "the record is not one: " + e.getMessage(), e);
        }
    }

    /** Writes the state over that version; null if another one was stored meanwhile. */
    @Nullable
    Snapshot write(long seenVersion, GrantState state) {
        String content = GrantStateJson.write(state);
        StoredGrant next =
                seenVersion == Snapshot.NONE ? StoredGrant.first(content) : new StoredGrant(seenVersion + 1, content);
        boolean written = guarded(Operation.WRITE, () -> store.compareAndSet(grant, seenVersion, next));
        return written ? new Snapshot(next.version(), state) : null;
    }

    void delete() {
        guarded(Operation.DELETE, () -> {
            store.delete(grant);
            return null;
        });
    }

    private <T extends @Nullable Object> T guarded(Operation operation, Supplier<T> work) {
        try {
            return work.get();
        } catch (TokenStoreException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new TokenStoreException(
                    operation, grant, "the store threw " + e.getClass().getName(), e);
        }
    }
}
