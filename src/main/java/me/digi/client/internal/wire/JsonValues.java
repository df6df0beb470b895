package me.digi.client.internal.wire;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import me.digi.client.internal.io.Collecting;
import me.digi.client.internal.io.WhiteSpace;
import org.jspecify.annotations.Nullable;

/** Converts between wire models and public values. */
public final class JsonValues {
    private JsonValues() {}

    public static <T, R> List<R> map(@Nullable List<T> items, Function<? super T, ? extends R> mapping) {
        return orEmpty(items).stream().<R>map(mapping).collect(Collecting.unmodifiableList());
    }

    /** Returns null for an empty list, which means that none was set. */
    public static <T, R> @Nullable List<R> mapUnlessEmpty(List<T> items, Function<? super T, ? extends R> mapping) {
        return items.isEmpty() ? null : map(items, mapping);
    }

    public static <T> List<T> orEmpty(@Nullable List<T> items) {
        return items == null ? List.of() : items;
    }

    /** Returns null for an empty list. */
    public static <T> @Nullable List<T> unlessEmpty(List<T> items) {
        return items.isEmpty() ? null : items;
    }

    /** Returns an empty id, which no call accepts, if the service sent none. */
    public static String id(@Nullable String id) {
        return id == null ? "" : id;
    }

    /** Returns 0, which no call accepts, if the service sent none. */
    public static long id(@Nullable Long id) {
        return id == null ? 0 : id;
    }

    public static @Nullable Instant instant(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    /** Returns null if the text is missing or blank. */
    public static <T> @Nullable T mapText(@Nullable String text, Function<? super String, ? extends T> type) {
        return text == null || WhiteSpace.isBlank(text) ? null : type.apply(WhiteSpace.strip(text));
    }

    /** Returns the members that are not null. */
    public static Map<String, Object> withoutNulls(@Nullable Map<String, @Nullable Object> members) {
        if (members == null) {
            return Map.of();
        }
        Map<String, Object> present = new LinkedHashMap<>();
        members.forEach((name, value) -> {
            if (value != null) {
                present.put(name, value);
            }
        });
        return present;
    }
}
