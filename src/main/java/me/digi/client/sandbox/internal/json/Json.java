package me.digi.client.sandbox.internal.json;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The sandbox's own JSON, on the JDK alone: sharing it with the client would let the tests prove the client against itself,
 * and a library would have to go with the standalone jar. Objects are {@link Map}, arrays {@link java.util.List}, numbers
 * without fraction and exponent {@link Long}, others {@link Double}. A name that occurs twice in an object is rejected.
 */
public final class Json {
    private Json() {}

    /**
     * The members of the object that the text is, in their order.
     *
     * @throws NotJsonException if the text is not a JSON object
     */
    public static Map<String, @Nullable Object> parseObject(String text) {
        return new JsonParser(text).object();
    }

    /** The value as JSON text without white space. */
    public static String write(@Nullable Object value) {
        StringBuilder text = new StringBuilder();
        new JsonWriter(text, false).write(value);
        return text.toString();
    }

    /** The value as JSON text for people: one member on each line. */
    public static String writeIndented(@Nullable Object value) {
        StringBuilder text = new StringBuilder();
        new JsonWriter(text, true).write(value);
        return text.append('\n').toString();
    }
}
