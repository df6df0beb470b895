package me.digi.client.internal.wire;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import me.digi.client.internal.io.WhiteSpace;
import org.jspecify.annotations.Nullable;

/** Lists and maps on their way between the wire and the public values. */
public final class JsonValues {
    private JsonValues() {}

    /** Each item mapped. */
    public static <T, R> List<R> map(List<T> items, Function<? super T, ? extends R> mapping) {
        List<R> mapped = new ArrayList<>(items.size());
        items.forEach(item -> mapped.add(mapping.apply(item)));
        return mapped;
    }

    /** Each item mapped; nothing if there is none, since a list that is empty is one that was not set. */
    public static <T, R> @Nullable List<R> mapUnlessEmpty(List<T> items, Function<? super T, ? extends R> mapping) {
        return items.isEmpty() ? null : map(items, mapping);
    }

    /** The same list; nothing if it is empty. */
    public static <T> @Nullable List<T> unlessEmpty(List<T> items) {
        return items.isEmpty() ? null : items;
    }

    /** An id, which is empty where the service sent none: nothing takes an empty one. */
    public static String id(@Nullable String id) {
        return id == null ? "" : id;
    }

    /** An id, which is 0 where the service sent none: nothing takes that. */
    public static long id(@Nullable Long id) {
        return id == null ? 0 : id;
    }

    /** A time, which comes in milliseconds. */
    public static @Nullable Instant instant(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    /** A type for a text that the service spells; null where there is none to speak of. */
    public static <T> @Nullable T spelled(@Nullable String text, Function<? super String, ? extends T> type) {
        return text == null || WhiteSpace.isBlank(text) ? null : type.apply(WhiteSpace.strip(text));
    }

    /** The members that say something; none where there is no object. */
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
