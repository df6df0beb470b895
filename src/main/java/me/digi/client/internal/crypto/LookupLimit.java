package me.digi.client.internal.crypto;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How often keys are looked up afresh: one fruitless look-up per {@code kid} and minute, else a forged {@code kid} would
 * make every call a fetch; and a few per minute in all, else many forged ones would. Safe for use by many threads.
 */
final class LookupLimit {
    private static final long A_MINUTE = TimeUnit.MINUTES.toNanos(1);
    private static final int MOST_PER_MINUTE = 5;

    private final LongSupplier ticker;
    private final Deque<Long> recent = new ArrayDeque<>();
    private final Map<String, Long> fruitless = new HashMap<>();

    LookupLimit(LongSupplier ticker) {
        this.ticker = ticker;
    }

    synchronized boolean allows(String keyId) {
        long now = ticker.getAsLong();
        recent.removeIf(at -> now - at > A_MINUTE);
        fruitless.values().removeIf(at -> now - at > A_MINUTE);
        return recent.size() < MOST_PER_MINUTE && !fruitless.containsKey(keyId);
    }

    /** A look-up for that {@code kid} got a set of keys; fruitless until {@link #wasFruitful} says otherwise. */
    synchronized void lookedUp(String keyId) {
        long now = ticker.getAsLong();
        recent.add(now);
        fruitless.put(keyId, now);
    }

    synchronized void wasFruitful(String keyId) {
        fruitless.remove(keyId);
    }
}
