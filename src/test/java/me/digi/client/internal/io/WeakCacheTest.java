package me.digi.client.internal.io;

import static me.digi.client.internal.io.WeakCache.RECENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is held, and who is let go. */
class WeakCacheTest {
    private final WeakCache<Integer, Object> cache = new WeakCache<>();

    @Test
    void aKeyHasOneValueWhileItIsUsed() {
        Object value = cache.get(1, key -> new Object());
        assertThat(cache.get(1, key -> new Object())).isSameAs(value);
        assertThat(cache.get(2, key -> new Object())).isNotSameAs(value);
    }

    /** So that what looking costs is shared among all who are added. */
    @Test
    void theCleanUpIntervalDoublesWithTheSize() {
        List<Object> held = new ArrayList<>();
        for (int key = 0; key < RECENT; key++) {
            held.add(cache.get(key, absent -> new Object()));
        }
        assertThat(cache.purgeAt).isEqualTo(RECENT);
        held.add(cache.get(RECENT, absent -> new Object()));
        assertThat(cache.purgeAt).isEqualTo(2 * RECENT);
        assertThat(cache.size()).isEqualTo(held.size());
    }

    @Test
    void anUnusedValueIsReleased() throws InterruptedException {
        use(0, RECENT);
        assertThat(cache.size()).as("those that were used lately").isEqualTo(RECENT);
        use(RECENT, 4 * RECENT);
        collect();
        int key = 4 * RECENT;
        int before;
        do {
            before = cache.size();
            use(key, key + 1);
            key++;
        } while (cache.size() > before && key < 16 * RECENT);
        assertThat(cache.size()).isLessThan(before);
    }

    private void use(int from, int to) {
        for (int key = from; key < to; key++) {
            assertThat(cache.get(key, absent -> new Object())).isNotNull();
        }
    }

    private static void collect() throws InterruptedException {
        WeakReference<Object> witness = new WeakReference<>(new Object());
        while (witness.get() != null) {
            System.gc();
            Thread.onSpinWait();
        }
    }
}
