package me.digi.client.internal.oauth;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Keeps at most 1,000 entries for at most 10 minutes, and evicts the oldest. Safe for use by many threads. */
final class ExpiringCache<T> {
    private static final int MAX_SIZE = 1000;
    private static final long MAX_AGE = TimeUnit.MINUTES.toNanos(10);

    private final LongSupplier ticker;
    private final Map<String, Entry<T>> entries = new LinkedHashMap<>();

    /**
     * An empty cache.
     *
     * @param ticker monotonic time in nanoseconds
     */
    ExpiringCache(LongSupplier ticker) {
        this.ticker = ticker;
    }

    synchronized void put(String key, T value) {
        entries.remove(key);
        entries.put(key, new Entry<>(value, ticker.getAsLong()));
        evict();
    }

    synchronized @Nullable T get(String key) {
        evict();
        Entry<T> entry = entries.get(key);
        return entry == null ? null : entry.value();
    }

    synchronized void remove(String key) {
        entries.remove(key);
    }

    private void evict() {
        long now = ticker.getAsLong();
        Iterator<Entry<T>> oldest = entries.values().iterator();
        while (oldest.hasNext()) {
            boolean isExpired = now - oldest.next().since() > MAX_AGE;
            if (!isExpired && entries.size() <= MAX_SIZE) {
                return;
            }
            oldest.remove();
        }
    }

    private record Entry<T>(T value, long since) {}
}
