package me.digi.client.sandbox.internal.json;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The sandbox's own JSON, without libraries, and independent of the client's, so that tests do not test the client
 * against itself. Objects are {@link Map}, arrays {@link java.util.List}, numbers without fraction and exponent {@link
 * Long}, others {@link Double}. Duplicate names in an object are rejected.
 */
public final class Json {
    private Json() {}

    /**
     * Parses an object, whose members keep their order.
     *
     * @throws NotJsonException if the text is not a JSON object
     */
    public static Map<String, @Nullable Object> parseObject(String text) {
        return new JsonParser(text).object();
    }

    /** Returns JSON without white space. */
    public static String write(@Nullable Object value) {
        StringBuilder text = new StringBuilder();
        new JsonWriter(text, false).write(value);
        return text.toString();
    }

    /** Returns JSON with one member on each line. */
    public static String writeIndented(@Nullable Object value) {
        StringBuilder text = new StringBuilder();
        new JsonWriter(text, true).write(value);
        return text.append('\n').toString();
    }
}
