package me.digi.client.internal.io;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps one value per key while it is referenced, and some recently used ones. Safe for use by many threads. */
public final class WeakCache<K, V> {
    static final int RECENT = 4096;

    private final Map<K, WeakReference<V>> values = new ConcurrentHashMap<>();
    private final AtomicReferenceArray<@Nullable V> recent = new AtomicReferenceArray<>(RECENT);
    /** The size at which cleared entries are next removed. */
    volatile int purgeAt = RECENT;

    /** Returns the value of the key, and creates it if missing. */
    public V get(K key, Function<K, V> maker) {
        if (values.size() >= purgeAt) {
            values.values().removeIf(reference -> reference.get() == null);
            purgeAt = Math.max(RECENT, 2 * values.size());
        }
        while (true) {
            WeakReference<V> reference =
                    values.computeIfAbsent(key, absent -> new WeakReference<>(maker.apply(absent)));
            V value = reference.get();
            if (value != null) {
                recent.set(key.hashCode() & (RECENT - 1), value);
                return value;
            }
            values.remove(key, reference);
        }
    }

    /** Includes cleared entries. */
    int size() {
        return values.size();
    }
}
