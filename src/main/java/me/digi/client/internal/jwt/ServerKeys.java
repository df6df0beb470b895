package me.digi.client.internal.jwt;

import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import me.digi.client.error.NetworkException;
import me.digi.client.error.VerificationException.Check;
import org.jspecify.annotations.Nullable;

/**
 * The keys that the server signs with, by {@code kid}, kept so that a refresh is one request and not two.
 *
 * <p>A {@code kid} that the kept set lacks is looked up afresh, else a key rotation would lock everyone out. A look-up
 * that does not find it is not repeated for a minute, else a forged {@code kid} would make every call a fetch. Safe for
 * use by many threads; one of them fetches.
 */
final class ServerKeys {
    /** Long enough for a daily refresh to find its key here, short enough for a withdrawn key to be forgotten. */
    private static final Duration LONGEST_USE = Duration.ofDays(7);

    private static final Duration PAUSE_AFTER_FRUITLESS_LOOKUP = Duration.ofMinutes(1);

    private final Supplier<Map<String, PublicKey>> source;
    private final Clock clock;
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile @Nullable KeySet current;
    private @Nullable Instant lastFruitlessLookup;

    ServerKeys(Supplier<Map<String, PublicKey>> source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /** Fetches the keys if none are at hand: before a request whose answer must not be lost for want of them. */
    void ensureKnown() {
        currentOrFetched();
    }

    /** The key of that name. */
    PublicKey get(String keyId) throws RefusedTokenException {
        KeySet known = currentOrFetched();
        PublicKey key = known.keys().get(keyId);
        return key != null ? key : lookUpAfresh(keyId, known);
    }

    private KeySet currentOrFetched() {
        KeySet known = current;
        if (known != null && isInUse(known)) {
            return known;
        }
        lock();
        try {
            known = current;
            return known != null && isInUse(known) ? known : fetch();
        } finally {
            fetching.unlock();
        }
    }

    private PublicKey lookUpAfresh(String keyId, KeySet lacking) throws RefusedTokenException {
        lock();
        try {
            KeySet known = current;
            if (lacking.equals(known) && mayLookUp()) {
                known = fetch();
                lastFruitlessLookup = known.keys().containsKey(keyId) ? null : known.fetchedAt();
            }
            PublicKey key = known == null ? null : known.keys().get(keyId);
            if (key == null) {
                throw new RefusedTokenException(Check.KEY_ID, "no key of the server has its 'kid'");
            }
            return key;
        } finally {
            fetching.unlock();
        }
    }

    /** Whoever waits here waits for another's fetch, and must not be deaf to interruption meanwhile. */
    private void lock() {
        try {
            fetching.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw NetworkException.interrupted("jwks", false, e);
        }
    }

    private boolean mayLookUp() {
        Instant last = lastFruitlessLookup;
        return last == null || clock.instant().isAfter(last.plus(PAUSE_AFTER_FRUITLESS_LOOKUP));
    }

    private boolean isInUse(KeySet known) {
        return clock.instant().isBefore(known.fetchedAt().plus(LONGEST_USE));
    }

    private KeySet fetch() {
        KeySet fetched = new KeySet(Map.copyOf(source.get()), clock.instant());
        current = fetched;
        return fetched;
    }

    private record KeySet(Map<String, PublicKey> keys, Instant fetchedAt) {}
}
