package me.digi.client.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stores one record per grant. Several clients, processes or machines may share a store: {@link #compareAndSet} prevents
 * them from writing an old token pair over a new one, and lets one of them refresh while the others wait for its result.
 *
 * <p>Implementations must be safe for use by many threads, must limit how long they wait, and must never show a record's
 * content in a message. They report a failure by an unchecked exception, preferably a {@link
 * me.digi.client.store.TokenStoreException}; the client keeps a new pair in memory and retries. {@code
 * TokenStoreContract}, in the sandbox jar, checks an implementation.
 */
public interface TokenStore {
    /**
     * The newest record of the grant, or null if there is none. A read that begins after a write has returned true must see
     * that write, also if another process made it. A client that has seen a record takes null for deleted: the user is
     * forgotten.
     */
    @Nullable
    StoredGrant load(GrantKey grant);

    /**
     * Writes the record if the newest stored version is the expected one, and changes nothing otherwise. Once this has
     * returned true, the record survives the end of the process.
     *
     * <p>After an exception, the record may have been written; the client loads it before it tries again.
     *
     * @param expectedVersion the version that the writer has loaded, or 0 if there was no record
     * @param next the record to store; its version is {@code expectedVersion + 1}, or any if that is 0
     * @return whether the record was written
     */
    boolean compareAndSet(GrantKey grant, long expectedVersion, StoredGrant next);

    /** Removes the grant's record, whatever its version, if there is one. */
    void delete(GrantKey grant);

    /**
     * A page of the users whose grants under the contract are stored, in the store's own order, which depends on nothing but
     * their keys. A grant that is there from the first page to the last is listed exactly once, whatever is written or
     * deleted meanwhile. An empty page is the end; a page that is not full need not be.
     *
     * <p>Records are not opened: a page shows the {@linkplain StoredGrant#summary() summary} that was last written.
     *
     * @param after the user key at which the page before this one ended, or null for the first page; the grant of that user
     *     may have been deleted
     * @param limit how many users the page has at most, from 1 up
     * @throws UnsupportedOperationException if the store does not support listing, as a store need not
     */
    default List<StoredUser> list(String contractId, @Nullable String after, int limit) {
        throw new UnsupportedOperationException(
                "this store does not support listing: " + getClass().getName());
    }
}
