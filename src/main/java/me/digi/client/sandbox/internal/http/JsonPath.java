package me.digi.client.sandbox.internal.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import me.digi.client.sandbox.Change;
import org.jspecify.annotations.Nullable;

/** Changes the JSON value at a path of names and indices, separated by dots. */
final class JsonPath {
    private JsonPath() {}

    static @Nullable Object apply(@Nullable Object json, List<Change> changes) {
        Object changed = json;
        for (Change change : changes) {
            changed = apply(changed, List.of(change.path().split("\\.")), change);
        }
        return changed;
    }

    private static @Nullable Object apply(@Nullable Object json, List<String> path, Change change) {
        String name = path.get(0);
        List<String> rest = path.subList(1, path.size());
        if (json instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> copy = new LinkedHashMap<>(map);
            if (!rest.isEmpty()) {
                copy.put(name, apply(map.get(name), rest, change));
            } else if (change.kept()) {
                copy.put(name, change.value());
            } else if (copy.containsKey(name)) {
                copy.remove(name);
            } else {
                throw new IllegalArgumentException("the response has no " + change.path());
            }
            return copy;
        }
        if (json instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>(list);
            int index = Integer.parseInt(name);
            if (!rest.isEmpty()) {
                copy.set(index, apply(list.get(index), rest, change));
            } else if (change.kept()) {
                copy.set(index, change.value());
            } else {
                copy.remove(index);
            }
            return copy;
        }
        throw new IllegalArgumentException("the response has no " + change.path());
    }
}
