package me.digi.client.internal.oauth;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Remembers 1,000 things at most, for 10 minutes at most, and forgets the oldest first. Safe for use by many threads. */
final class ShortMemory<T> {
    private static final int MOST = 1000;
    private static final long LONGEST = TimeUnit.MINUTES.toNanos(10);

    private final LongSupplier ticker;
    private final Map<String, Entry<T>> entries = new LinkedHashMap<>();

    /**
     * Remembers nothing yet.
     *
     * @param ticker the monotonic time in nanoseconds
     */
    ShortMemory(LongSupplier ticker) {
        this.ticker = ticker;
    }

    synchronized void put(String fingerprint, T value) {
        entries.remove(fingerprint);
        entries.put(fingerprint, new Entry<>(value, ticker.getAsLong()));
        forgetOld();
    }

    synchronized @Nullable T get(String fingerprint) {
        forgetOld();
        Entry<T> entry = entries.get(fingerprint);
        return entry == null ? null : entry.value();
    }

    synchronized void remove(String fingerprint) {
        entries.remove(fingerprint);
    }

    private void forgetOld() {
        long now = ticker.getAsLong();
        Iterator<Entry<T>> oldest = entries.values().iterator();
        while (oldest.hasNext()) {
            boolean isOld = now - oldest.next().since() > LONGEST;
            if (!isOld && entries.size() <= MOST) {
                return;
            }
            oldest.remove();
        }
    }

    private record Entry<T>(T value, long since) {}
}
