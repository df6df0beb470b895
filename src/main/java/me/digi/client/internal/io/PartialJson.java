package me.digi.client.internal.io;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.JsonReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads only the wanted members of a JSON object, so that nothing unexpected in others fails the whole. The text must
 * still be one valid JSON object; a leading byte order mark is skipped.
 *
 * <p>Numbers of any length stay as written ({@link Numeral}). A duplicate of a wanted member is {@link Ambiguous},
 * since parsers resolve duplicates differently.
 */
public final class PartialJson {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final Pattern SHORT_NUMBER = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?([eE][+-]?[0-9]{1,2})?");

    private PartialJson() {}

    public record Numeral(String text) {}

    /** The value of a duplicate member. */
    public enum Ambiguous {
        TWICE
    }

    /**
     * Reads the wanted members, at any depth, as {@link Map}, {@link List}, {@link String}, {@link Numeral}, {@link
     * Boolean}, {@link Ambiguous} and {@code null}.
     *
     * @throws JsonException if the text is not one JSON object
     */
    public static Map<String, @Nullable Object> readObject(String text, Set<String> wanted) {
        String json = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        JsonReader reader = JsonReader.of(new Buffer().writeUtf8(json));
        try {
            if (reader.peek() != JsonReader.Token.BEGIN_OBJECT) {
                throw new JsonException("expected a JSON object");
            }
            Map<String, @Nullable Object> members = readMembers(reader, wanted);
            if (reader.peek() != JsonReader.Token.END_DOCUMENT) {
                throw new JsonException("expected the end of the text after the value");
            }
            return members;
        } catch (EOFException e) {
            throw new JsonException("the text ends early");
        } catch (JsonEncodingException | JsonDataException e) {
            throw new JsonException("not JSON");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The value as a number, also if it is text; null for other values and implausible numbers. */
    public static @Nullable BigDecimal number(@Nullable Object value) {
        String text = value instanceof Numeral numeral ? numeral.text() : value instanceof String string ? string : "";
        return SHORT_NUMBER.matcher(text).matches() ? new BigDecimal(text) : null;
    }

    private static Map<String, @Nullable Object> readMembers(JsonReader reader, Set<String> wanted) throws IOException {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.nextName();
            if (!wanted.contains(name)) {
                reader.skipValue();
                continue;
            }
            boolean isFirst = !members.containsKey(name);
            Object value = readValue(reader, wanted);
            members.put(name, isFirst ? value : Ambiguous.TWICE);
        }
        reader.endObject();
        return Collections.unmodifiableMap(members);
    }

    private static @Nullable Object readValue(JsonReader reader, Set<String> wanted) throws IOException {
        return switch (reader.peek()) {
            case BEGIN_OBJECT -> readMembers(reader, wanted);
            case BEGIN_ARRAY -> readItems(reader, wanted);
            case STRING -> reader.nextString();
            case NUMBER -> new Numeral(reader.nextString());
            case BOOLEAN -> reader.nextBoolean();
            case NULL -> reader.nextNull();
            default -> throw new JsonException("expected a value");
        };
    }

    private static List<@Nullable Object> readItems(JsonReader reader, Set<String> wanted) throws IOException {
        List<@Nullable Object> items = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNext()) {
            items.add(readValue(reader, wanted));
        }
        reader.endArray();
        return Collections.unmodifiableList(items);
    }
}
