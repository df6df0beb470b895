package me.digi.client.internal.io;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** Unmodifiable collections without {@code Collectors.toUnmodifiableList}, which Android 8 lacks. */
public final class Collecting {
    private Collecting() {}

    public static <T> Collector<T, ?, List<T>> unmodifiableList() {
        return Collectors.collectingAndThen(Collectors.toList(), Collections::unmodifiableList);
    }

    /** An unmodifiable copy in the order of the map, unlike {@code Map.copyOf}. Rejects null keys and values. */
    public static <K, V> Map<K, V> copyOf(Map<K, V> map) {
        Map<K, V> copy = new LinkedHashMap<>();
        map.forEach(
                (key, value) -> copy.put(Objects.requireNonNull(key, "key"), Objects.requireNonNull(value, "value")));
        return Collections.unmodifiableMap(copy);
    }
}
