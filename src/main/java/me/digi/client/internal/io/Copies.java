package me.digi.client.internal.io;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** What {@code Map.copyOf} does, in the order of the original: the JSON of a value is the same each time. */
public final class Copies {
    private Copies() {}

    /** A copy that nobody changes. Rejects null keys and values. */
    public static <K, V> Map<K, V> of(Map<K, V> map) {
        Map<K, V> copy = new LinkedHashMap<>();
        map.forEach(
                (key, value) -> copy.put(Objects.requireNonNull(key, "key"), Objects.requireNonNull(value, "value")));
        return Collections.unmodifiableMap(copy);
    }
}
