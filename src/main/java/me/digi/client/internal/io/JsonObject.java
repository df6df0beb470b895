package me.digi.client.internal.io;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The members of a JSON object, each read as what it has to be; what is wrong is named by its path, and never quoted. */
public final class JsonObject {
    private final Map<?, ?> members;
    private final String path;

    private JsonObject(Map<?, ?> members, String path) {
        this.members = members;
        this.path = path;
    }

    /** The object that the text is. */
    public static JsonObject parse(String text) {
        return new JsonObject(Json.parseObject(text), "");
    }

    /** Whether there is such a member, other than null. */
    public boolean has(String name) {
        return members.get(name) != null;
    }

    /** Whether the member is there and true. */
    public boolean isTrue(String name) {
        return Boolean.TRUE.equals(members.get(name));
    }

    /** A whole number. */
    public long number(String name) {
        return required(name, Long.class, "a whole number");
    }

    /** A time in milliseconds since 1970. */
    public Instant instant(String name) {
        return Instant.ofEpochMilli(number(name));
    }

    /** A text. */
    public String text(String name) {
        return required(name, String.class, "text");
    }

    /** A text, or null if there is no such member. */
    public @Nullable String optionalText(String name) {
        return has(name) ? text(name) : null;
    }

    /** An object. */
    public JsonObject object(String name) {
        return new JsonObject(required(name, Map.class, "an object"), path + name + ".");
    }

    /** What the function makes of the object; null if there is no such member. */
    public <T> @Nullable T optional(String name, Function<JsonObject, ? extends T> reading) {
        return has(name) ? reading.apply(object(name)) : null;
    }

    /** A list of objects, each of which the function reads; empty if there is no such member. */
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

    /** A list of texts. */
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

    /** The member as JSON text. */
    public String json(String name) {
        return Json.write(members.get(name));
    }

    private <T> T required(String name, Class<T> type, String what) {
        Object value = members.get(name);
        if (!type.isInstance(value)) {
            throw new JsonException("'" + path + name + "' is not " + what);
        }
        return type.cast(value);
    }
}
