package me.digi.client.store;

import org.jspecify.annotations.Nullable;

/**
 * Keeps one record per grant, for as long as the grant lives. Several clients, processes or machines may share one
 * store: {@link #compareAndSet} is what keeps them from writing an old token pair over a new one, and what lets one of
 * them refresh while the others wait for its result.
 *
 * <p>Implementations must be safe for use by many threads, must not wait for ever, and must never show a record's content
 * in a message. A failure is an unchecked exception, best a {@link me.digi.client.error.TokenStoreException}, thrown to
 * the caller; the client keeps what could not be written and tries again. {@code TokenStoreContract}, in the sandbox jar,
 * checks an implementation.
 */
public interface TokenStore {
    /**
     * The newest record of the grant, or null if there is none. A read that begins after a write has returned true sees
     * that write, whoever made it.
     */
    @Nullable
    StoredGrant load(GrantKey grant);

    /**
     * Writes the record if the newest stored version is the expected one, and leaves all as it was if it is not. Once
     * this has returned true, the record survives the end of the process.
     *
     * <p>An exception leaves open whether the record was written: an answer may be lost after the work is done. The same
     * write tried again then returns false, and {@link #load} gives the record back.
     *
     * @param expectedVersion the version that the writer has seen, or 0 if it has seen none
     * @param next the record to store; its version is {@code expectedVersion + 1}, or any if that is 0
     * @return whether the record was written
     */
    boolean compareAndSet(GrantKey grant, long expectedVersion, StoredGrant next);

    /** Removes the grant's record, whatever its version; does nothing if there is none. */
    void delete(GrantKey grant);
}
