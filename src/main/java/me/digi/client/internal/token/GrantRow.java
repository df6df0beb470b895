package me.digi.client.internal.token;

import java.util.function.Supplier;
import me.digi.client.error.TokenStoreException;
import me.digi.client.error.TokenStoreException.Operation;
import me.digi.client.internal.json.JsonException;
import me.digi.client.store.GrantKey;
import me.digi.client.store.GrantSummary;
import me.digi.client.store.StoredGrant;
import me.digi.client.store.TokenStore;
import org.jspecify.annotations.Nullable;

/** One grant's row in the application's store; whatever the store throws becomes one kind of exception. */
record GrantRow(TokenStore store, GrantKey key) {
    /** The row as it is, or null if there is none. */
    @Nullable
    StoredGrant load() {
        return guarded(Operation.LOAD, () -> store.load(key));
    }

    /** The record in a row. */
    GrantRecord read(StoredGrant row) {
        return guarded(Operation.LOAD, () -> GrantJson.read(row.content()));
    }

    /**
     * Writes over that version, or the first row over 0. A write that threw is looked up before it is repeated: it may have
     * been done.
     *
     * @return the row that is written, or null if another version is stored
     */
    @Nullable
    StoredGrant write(long version, GrantRecord next) {
        String content = GrantJson.write(next);
        GrantSummary summary = GrantSummaries.of(next);
        StoredGrant row =
                version == 0 ? StoredGrant.first(content, summary) : new StoredGrant(version + 1, content, summary);
        boolean isWritten;
        try {
            isWritten = compareAndSet(version, row);
        } catch (TokenStoreException e) {
            StoredGrant stored = load();
            boolean isUnchanged = stored == null ? version == 0 : stored.version() == version;
            isWritten = isUnchanged ? compareAndSet(version, row) : row.equals(stored);
        }
        return isWritten ? row : null;
    }

    private boolean compareAndSet(long version, StoredGrant row) {
        return guarded(Operation.WRITE, () -> store.compareAndSet(key, version, row));
    }

    void delete() {
        guarded(Operation.DELETE, () -> {
            store.delete(key);
            return key;
        });
    }

    TokenStoreException tooManyConflicts(int times) {
        return new TokenStoreException(
                Operation.WRITE, key, "it was changed by others " + times + " times in a row", null);
    }

    /** Errors too: a store may be written in Kotlin, or lack a class at run time, and no pair must be lost over it. */
    private <T extends @Nullable Object> T guarded(Operation operation, Supplier<T> work) {
        try {
            return work.get();
        } catch (TokenStoreException e) {
            throw e;
        } catch (JsonException e) {
            throw new TokenStoreException(operation, key, "the record is damaged: " + e.getMessage(), e);
        } catch (Throwable e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw new TokenStoreException(
                    operation, key, "the store threw " + e.getClass().getName(), e);
        }
    }
}
