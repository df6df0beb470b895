package me.digi.client.internal.crypto;

import java.security.PublicKey;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongSupplier;
import me.digi.client.error.NetworkException;
import me.digi.client.error.UnexpectedResponseException;
import me.digi.client.internal.io.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * The keys that the server signs with, cached, so that a refresh is one request and not two. They are fetched afresh when
 * they are old and, within {@linkplain LookupLimit limits}, when they do not verify a token: else a key rotation would
 * lock everyone out. A fetch that fails leaves the cached keys in use. Safe for use by many threads; one of them fetches.
 */
final class ServerKeys {
    /** Long enough for a daily refresh to find its key here, short enough for a withdrawn key to be forgotten. */
    private static final long LONGEST_USE = TimeUnit.DAYS.toNanos(7);

    private final String operation;
    private final Function<Deadline, Map<String, List<PublicKey>>> source;
    private final LongSupplier ticker;
    private final LookupLimit limit;
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile @Nullable KeySet current;
    private volatile int fetches;

    /** Keys that {@code source} fetches by this operation. */
    ServerKeys(String operation, Function<Deadline, Map<String, List<PublicKey>>> source, LongSupplier ticker) {
        this.operation = operation;
        this.source = source;
        this.ticker = ticker;
        this.limit = new LookupLimit(ticker);
    }

    /** Fetches the keys if none are at hand. */
    void ensureKnown(Deadline deadline) {
        if (atHand() != null) {
            return;
        }
        lock(deadline);
        try {
            if (atHand() == null) {
                fetch(deadline);
            }
        } finally {
            fetching.unlock();
        }
    }

    /** The cached keys; null if there are none, or only old ones. Waits for nothing. */
    @Nullable
    KeySet atHand() {
        KeySet known = current;
        return known != null && ticker.getAsLong() - known.fetchedAt() < LONGEST_USE ? known : null;
    }

    /** The number of the last fetch that was begun: a set with a greater one was fetched later. */
    int fetches() {
        return fetches;
    }

    /**
     * Newer keys than those seen, for a token with that {@code kid}; the seen ones if the limits allow no look-up.
     *
     * @throws me.digi.client.error.DigiMeException if they could not be fetched; the cached ones stay in use
     */
    KeySet lookUp(String keyId, @Nullable KeySet seen, Deadline deadline) {
        lock(deadline);
        try {
            KeySet known = atHand();
            if (known == null) {
                return fetch(deadline);
            }
            if (!known.equals(seen) || !limit.allows(keyId)) {
                return known;
            }
            KeySet fetched = fetch(deadline);
            limit.lookedUp(keyId);
            return fetched;
        } finally {
            fetching.unlock();
        }
    }

    /** Tells that a look-up has verified a token with that {@code kid}, so that the next one need not wait. */
    void wasFruitful(String keyId) {
        limit.wasFruitful(keyId);
    }

    /** A thread that waits here waits for another's fetch, and can be interrupted meanwhile. */
    private void lock(Deadline deadline) {
        try {
            if (!fetching.tryLock(deadline.left().toNanos(), TimeUnit.NANOSECONDS)) {
                throw NetworkException.timedOut(operation, false, null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw NetworkException.interrupted(operation, false, e);
        }
    }

    private KeySet fetch(Deadline deadline) {
        int number = fetches + 1;
        fetches = number;
        Map<String, List<PublicKey>> keys = source.apply(deadline);
        if (keys.isEmpty() && atHand() != null) {
            throw new UnexpectedResponseException(operation, 200, "$.keys", "it has no signing key that can be used");
        }
        KeySet fetched = new KeySet(number, keys, ticker.getAsLong());
        current = fetched;
        return fetched;
    }

    /** What one fetch gave. */
    record KeySet(int number, Map<String, List<PublicKey>> keys, long fetchedAt) {
        List<PublicKey> of(String keyId) {
            return keys.getOrDefault(keyId, List.of());
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof KeySet set && set.number == number;
        }

        @Override
        public int hashCode() {
            return number;
        }
    }
}
