package me.digi.client.internal.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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

    /** The members that say something. */
    public static Map<String, Object> withoutNulls(Map<String, @Nullable Object> members) {
        Map<String, Object> present = new LinkedHashMap<>();
        members.forEach((name, value) -> {
            if (value != null) {
                present.put(name, value);
            }
        });
        return present;
    }
}
