package me.digi.client.internal.crypto;

import java.security.PublicKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongSupplier;
import me.digi.client.error.NetworkException;
import me.digi.client.error.UnexpectedResponseException;
import me.digi.client.internal.io.Collecting;
import me.digi.client.internal.io.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * The server's signing keys, cached. Fetched again when old and, within {@linkplain LookupLimit limits}, when they do
 * not verify a token, since a key rotation would otherwise lock everyone out. A failed fetch leaves the cached keys in
 * use. Safe for use by many threads; one fetches at a time.
 */
final class ServerKeys {
    /** Long enough for daily refreshes, short enough to drop a withdrawn key. */
    private static final long MAX_AGE = TimeUnit.DAYS.toNanos(7);

    private final String operation;
    private final Function<Deadline, Map<String, List<PublicKey>>> source;
    private final LongSupplier ticker;
    private final LookupLimit limit;
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile @Nullable KeySet current;
    private volatile int fetches;

    ServerKeys(String operation, Function<Deadline, Map<String, List<PublicKey>>> source, LongSupplier ticker) {
        this.operation = operation;
        this.source = source;
        this.ticker = ticker;
        this.limit = new LookupLimit(ticker);
    }

    /** Fetches the keys if none are cached. */
    void ensureKnown(Deadline deadline) {
        if (cached() != null) {
            return;
        }
        lock(deadline);
        try {
            if (cached() == null) {
                fetch(deadline);
            }
        } finally {
            fetching.unlock();
        }
    }

    /** Null if there are none, or only old ones. Never blocks. */
    @Nullable
    KeySet cached() {
        KeySet known = current;
        return known != null && ticker.getAsLong() - known.fetchedAt() < MAX_AGE ? known : null;
    }

    /** The number of the last fetch; key sets fetched later have greater ones. */
    int fetches() {
        return fetches;
    }

    /**
     * Returns newer keys than those seen, or those if the limits allow no lookup.
     *
     * @throws me.digi.client.error.DigiMeException if they could not be fetched; the cached keys stay in use
     */
    KeySet lookUp(String keyId, @Nullable KeySet seen, Deadline deadline) {
        lock(deadline);
        try {
            KeySet known = cached();
            if (known == null) {
                return fetch(deadline);
            }
            if (!known.isSame(seen) || !limit.allows(keyId)) {
                return known;
            }
            KeySet fetched = fetch(deadline);
            limit.lookedUp(keyId);
            return fetched;
        } finally {
            fetching.unlock();
        }
    }

    /** A lookup has verified a token with this {@code kid}, so the next one is not limited. */
    void lookupSucceeded(String keyId) {
        limit.succeeded(keyId);
    }

    /** Waits for another thread's fetch; interruptible. */
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
        if (keys.isEmpty() && cached() != null) {
            throw new UnexpectedResponseException(operation, 200, "$.keys", "no usable signing key");
        }
        KeySet fetched = new KeySet(number, imported(keys), ticker.getAsLong());
        current = fetched;
        return fetched;
    }

    private static Map<String, List<ImportedKey<PublicKey>>> imported(Map<String, List<PublicKey>> keys) {
        Map<String, List<ImportedKey<PublicKey>>> imported = new HashMap<>();
        keys.forEach((keyId, alike) -> imported.put(
                keyId,
                alike.stream()
                        .map(key -> ImportedKey.of(key, (trial, fast) -> new Ps512(fast).signature(trial)))
                        .collect(Collecting.unmodifiableList())));
        return imported;
    }

    record KeySet(int number, Map<String, List<ImportedKey<PublicKey>>> keys, long fetchedAt) {
        List<ImportedKey<PublicKey>> of(String keyId) {
            return keys.getOrDefault(keyId, List.of());
        }

        boolean isSame(@Nullable KeySet other) {
            return other != null && other.number == number;
        }
    }
}
