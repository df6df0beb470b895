package me.digi.client.internal.io;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** What {@code Collectors.toUnmodifiableList} does, which Android 8 does not have. */
public final class Collecting {
    private Collecting() {}

    /** Collects into a list that nobody changes. */
    public static <T> Collector<T, ?, List<T>> unmodifiableList() {
        return Collectors.collectingAndThen(Collectors.toList(), Collections::unmodifiableList);
    }
}
