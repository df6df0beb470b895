package me.digi.client.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stores one record per grant. Clients, processes and machines may share a store: {@link #compareAndSet} keeps old
 * token pairs from overwriting new ones, and lets one client refresh while others wait for its result.
 *
 * <p>Implementations must be thread-safe, limit how long they wait, and never show a record's content in a message.
 * They report failures as unchecked exceptions, preferably {@link me.digi.client.store.TokenStoreException}; the
 * client keeps a new pair in memory and retries. {@code TokenStoreContract}, in the sandbox jar, tests
 * implementations.
 */
public interface TokenStore {
    /**
     * The grant's newest record, or null. Reads must see all writes that returned true before, in any process. A
     * client that has seen a record treats null as deleted: the user is forgotten.
     */
    @Nullable
    StoredGrant load(GrantKey grant);

    /**
     * Writes the record if the stored version is the expected one; otherwise changes nothing. Once this returns true,
     * the record survives the end of the process. After an exception it may have been written; the client loads it
     * before retrying.
     *
     * @param expectedVersion the version that the writer loaded, or 0 for no record
     * @param next its version is {@code expectedVersion + 1}, or any if that is 0
     * @return whether the record was written
     */
    boolean compareAndSet(GrantKey grant, long expectedVersion, StoredGrant next);

    /** Deletes the grant's record, whatever its version, if there is one. */
    void delete(GrantKey grant);

    /**
     * A page of the contract's users with stored grants, ordered by the store in a way that depends only on their
     * keys. A grant stored throughout is listed exactly once, whatever else is written or deleted meanwhile. Only an
     * empty page is the end; others need not be full.
     *
     * <p>Contents are not decrypted: a page shows the {@linkplain StoredGrant#summary() summary} last written.
     *
     * @param after the user key at which the previous page ended, who may have been deleted; null for the first page
     * @param limit the most users on the page, from 1
     * @throws UnsupportedOperationException if the store does not support listing, which is optional
     */
    default List<StoredUser> list(String contractId, @Nullable String after, int limit) {
        throw new UnsupportedOperationException(
                "this store does not support listing: " + getClass().getName());
    }
}
