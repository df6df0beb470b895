package me.digi.client.sandbox.internal.json;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonReader.Token;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * The sandbox's own JSON: it shares none with the client, or the tests would prove the client against itself. Whole numbers
 * are {@link Long}, others {@link Double}. A name that occurs twice in an object is refused.
 */
public final class Json {
    private static final double LARGEST_EXACT = 1L << 53;

    private Json() {}

    /**
     * The members of the object that the text is, in their order.
     *
     * @throws NotJsonException if the text is not a JSON object
     */
    public static Map<String, @Nullable Object> parseObject(String text) {
        try (JsonReader reader = JsonReader.of(new Buffer().writeUtf8(text))) {
            Object value = reader.readJsonValue();
            if (reader.peek() != Token.END_DOCUMENT || !(value instanceof Map<?, ?> object)) {
                throw new NotJsonException("it is not one JSON object");
            }
            return members(object);
        } catch (IOException | JsonDataException e) {
            throw new NotJsonException(String.valueOf(e.getMessage()));
        }
    }

    /** The value as JSON text without white space. */
    public static String write(@Nullable Object value) {
        Buffer text = new Buffer();
        try (JsonWriter writer = JsonWriter.of(text)) {
            writer.setSerializeNulls(true);
            writer.jsonValue(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.readUtf8();
    }

    private static Map<String, @Nullable Object> members(Map<?, ?> object) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        object.forEach((name, value) -> members.put((String) name, wholeNumbers(value)));
        return members;
    }

    private static @Nullable Object wholeNumbers(@Nullable Object value) {
        if (value instanceof Map<?, ?> object) {
            return members(object);
        }
        if (value instanceof List<?> items) {
            return items.stream().map(Json::wholeNumbers).collect(Collectors.toList());
        }
        if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) <= LARGEST_EXACT) {
            return number.longValue();
        }
        return value;
    }
}
