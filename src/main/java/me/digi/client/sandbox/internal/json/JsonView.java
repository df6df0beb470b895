package me.digi.client.sandbox.internal.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members of a JSON object that was checked against a {@link Shape}. */
public record JsonView(Map<String, @Nullable Object> members) {
    /** The object without members. */
    public static JsonView empty() {
        return new JsonView(Map.of());
    }

    /** Returns a view of a value that is known to be an object. */
    public static JsonView of(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new IllegalStateException("not an object");
        }
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        map.forEach((name, member) -> members.put((String) name, member));
        return new JsonView(members);
    }

    /** Returns the members that are not null, in their order. */
    public Map<String, Object> withoutNulls() {
        Map<String, Object> present = new LinkedHashMap<>();
        members.forEach((name, value) -> {
            if (value != null) {
                present.put(name, value);
            }
        });
        return present;
    }

    public boolean has(String name) {
        return members.containsKey(name);
    }

    public String text(String name) {
        String text = optionalText(name);
        if (text == null) {
            throw new IllegalStateException("no text " + name);
        }
        return text;
    }

    /** The text, or null if the member is absent or of another type. */
    public @Nullable String optionalText(String name) {
        return members.get(name) instanceof String text ? text : null;
    }

    public long number(String name) {
        Long number = optionalNumber(name);
        if (number == null) {
            throw new IllegalStateException("no whole number " + name);
        }
        return number;
    }

    public @Nullable Long optionalNumber(String name) {
        return members.get(name) instanceof Long number ? number : null;
    }

    /** Returns the object of that name, or an empty one if it is absent. */
    public JsonView object(String name) {
        return members.get(name) instanceof Map<?, ?> map ? of(map) : empty();
    }

    /** Returns the array of that name, or an empty one if it is absent. */
    public List<?> list(String name) {
        return members.get(name) instanceof List<?> list ? list : List.of();
    }

    /** Returns the array of that name, whose items are known to be objects, or an empty one if it is absent. */
    public List<JsonView> objects(String name) {
        return list(name).stream().map(JsonView::of).toList();
    }
}
