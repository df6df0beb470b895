package me.digi.client.internal.crypto;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Limits lookups of keys: one unsuccessful lookup per {@code kid} and minute, or a forged {@code kid} would cause a
 * fetch per call, and a few per minute in total, or many forged ones would. Safe for use by many threads.
 */
final class LookupLimit {
    private static final long ONE_MINUTE = TimeUnit.MINUTES.toNanos(1);
    private static final int MAX_PER_MINUTE = 5;

    private final LongSupplier ticker;
    private final Deque<Long> recent = new ArrayDeque<>();
    private final Map<String, Long> unsuccessful = new HashMap<>();

    LookupLimit(LongSupplier ticker) {
        this.ticker = ticker;
    }

    synchronized boolean allows(String keyId) {
        long now = ticker.getAsLong();
        recent.removeIf(at -> now - at > ONE_MINUTE);
        unsuccessful.values().removeIf(at -> now - at > ONE_MINUTE);
        return recent.size() < MAX_PER_MINUTE && !unsuccessful.containsKey(keyId);
    }

    /** A lookup returned keys; counts as unsuccessful until {@link #succeeded} is called. */
    synchronized void lookedUp(String keyId) {
        long now = ticker.getAsLong();
        recent.add(now);
        unsuccessful.put(keyId, now);
    }

    synchronized void succeeded(String keyId) {
        unsuccessful.remove(keyId);
    }
}
