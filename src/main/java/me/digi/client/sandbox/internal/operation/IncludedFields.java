package me.digi.client.sandbox.internal.operation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import me.digi.client.sandbox.internal.json.JsonView;
import org.jspecify.annotations.Nullable;

/** Selects fields to return, such as {@code service.name}. The id is always returned. */
final class IncludedFields {
    private IncludedFields() {}

    /** Returns all fields if the list is empty. Unknown names are ignored. */
    static Map<String, @Nullable Object> fields(JsonView item, List<?> included) {
        if (included.isEmpty()) {
            return item.members();
        }
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        item.members().forEach((name, value) -> {
            List<String> within = included.stream()
                    .map(String::valueOf)
                    .filter(field -> field.startsWith(name + "."))
                    .map(field -> field.substring(name.length() + 1))
                    .toList();
            if (name.equals("id") || included.contains(name)) {
                shown.put(name, value);
            } else if (!within.isEmpty()) {
                shown.put(name, within(value, within));
            }
        });
        return shown;
    }

    private static @Nullable Object within(@Nullable Object value, List<String> fields) {
        if (value instanceof List<?> list) {
            return list.stream().map(item -> within(item, fields)).toList();
        }
        return value instanceof Map<?, ?> ? fields(JsonView.of(value), fields) : value;
    }
}
