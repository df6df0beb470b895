package me.digi.client.internal.io;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Typed access to the members of a JSON object. Messages name a member by its path and never quote its value. */
public final class JsonObject {
    private final Map<?, ?> members;
    private final String path;

    private JsonObject(Map<?, ?> members, String path) {
        this.members = members;
        this.path = path;
    }

    public static JsonObject parse(String text) {
        return new JsonObject(Json.parseObject(text), "");
    }

    /** Reads only the wanted members, as {@link PartialJson} does. */
    public static JsonObject parse(String text, Set<String> wanted) {
        return new JsonObject(PartialJson.readObject(text, wanted), "");
    }

    /** Whether the member exists and is not null. */
    public boolean has(String name) {
        return members.get(name) != null;
    }

    public boolean isTrue(String name) {
        return Boolean.TRUE.equals(members.get(name));
    }

    public long number(String name) {
        return required(name, Long.class, "a whole number");
    }

    /** Reads milliseconds since 1970. */
    public Instant instant(String name) {
        return Instant.ofEpochMilli(number(name));
    }

    public String text(String name) {
        return required(name, String.class, "text");
    }

    /** Rejects blank text. */
    public String filledText(String name) {
        String text = text(name);
        if (WhiteSpace.isBlank(text)) {
            throw new JsonException("'" + path + name + "' is empty");
        }
        return text;
    }

    public @Nullable String optionalText(String name) {
        return has(name) ? text(name) : null;
    }

    public JsonObject object(String name) {
        return new JsonObject(required(name, Map.class, "an object"), path + name + ".");
    }

    /** Returns null if the member is missing. */
    public <T> @Nullable T optional(String name, Function<JsonObject, ? extends T> reading) {
        return has(name) ? reading.apply(object(name)) : null;
    }

    /** Returns an empty list if the member is missing. */
    public <T> List<T> objects(String name, Function<JsonObject, ? extends T> reading) {
        List<T> items = new ArrayList<>();
        for (Object item : has(name) ? required(name, List.class, "a list") : List.of()) {
            if (!(item instanceof Map<?, ?> object)) {
                throw new JsonException("'" + path + name + "' has an item that is not an object");
            }
            items.add(reading.apply(new JsonObject(object, path + name + ".")));
        }
        return items;
    }

    public List<String> texts(String name) {
        List<String> items = new ArrayList<>();
        for (Object item : required(name, List.class, "a list")) {
            if (!(item instanceof String text)) {
                throw new JsonException("'" + path + name + "' has an item that is not text");
            }
            items.add(text);
        }
        return items;
    }

    /** Returns the member as it was parsed. */
    public @Nullable Object value(String name) {
        return members.get(name);
    }

    /** Returns the member as JSON. */
    public String json(String name) {
        return Json.write(members.get(name));
    }

    private <T> T required(String name, Class<T> type, String what) {
        Object value = members.get(name);
        if (!type.isInstance(value)) {
            throw new JsonException("'" + path + name + "' is " + (value == null ? "missing" : "not " + what));
        }
        return type.cast(value);
    }
}
