package me.digi.client.internal.io;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
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
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes JSON as plain values: {@link Map}, {@link List}, {@link String}, {@link Number}, {@link Boolean} and
 * {@code null}.
 *
 * <p>Stricter than most parsers: rejects duplicate names, which parsers resolve differently, and text after the value.
 * Whole numbers are read as {@link Long}, or {@link java.math.BigInteger} if too large, others as {@link
 * BigDecimal}. Numbers of more than 1,000 characters are rejected, since parsing them takes quadratic time.
 * Messages contain no paths: names are foreign, and may be secrets. Safe for use by many threads.
 */
public final class Json {
    /** Larger numbers stay decimal: expanding {@code 1e999999999} would exhaust the memory. */
    private static final int MAX_WHOLE_DIGITS = 40;

    /** Parsing takes quadratic time. */
    private static final int MAX_NUMBER_LENGTH = 1000;

    private Json() {}

    /**
     * Parses an object, in the order of its members.
     *
     * @throws JsonException if the text is not JSON, or not an object
     */
    public static Map<String, @Nullable Object> parseObject(String text) {
        return object(parse(text));
    }

    /**
     * Parses any JSON value.
     *
     * @throws JsonException if the text is not JSON
     */
    public static @Nullable Object parse(String text) {
        return read(text, null);
    }

    /**
     * Returns the parsed value as an object.
     *
     * @throws JsonException if it is not one
     */
    @SuppressWarnings("unchecked") // All names are strings.
    public static Map<String, @Nullable Object> object(@Nullable Object value) {
        if (!(value instanceof Map<?, ?>)) {
            throw new JsonException("expected a JSON object");
        }
        return (Map<String, @Nullable Object>) value;
    }

    /** Reads the wanted members of all objects as {@link PartialJson} does, or strictly if null. */
    static @Nullable Object read(String text, @Nullable Set<String> wanted) {
        JsonReader reader = JsonReader.of(new Buffer().writeUtf8(text));
        try {
            Object value = readValue(reader, wanted);
            if (reader.peek() != JsonReader.Token.END_DOCUMENT) {
                throw new JsonException("expected the end of the text after the value");
            }
            return value;
        } catch (EOFException e) {
            throw new JsonException("the text ends early");
        } catch (JsonEncodingException | JsonDataException | NumberFormatException e) {
            throw new JsonException("not JSON");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes compact JSON. */
    public static String write(@Nullable Object value) {
        Buffer buffer = new Buffer();
        JsonWriter writer = JsonWriter.of(buffer);
        writer.setSerializeNulls(true);
        try {
            writer.jsonValue(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return buffer.readUtf8();
    }

    /** Returns an object's members, given as alternating names and values, without those that are null. */
    public static Map<String, @Nullable Object> members(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != null) {
                members.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
            }
        }
        return members;
    }

    private static @Nullable Object readValue(JsonReader reader, @Nullable Set<String> wanted) throws IOException {
        return switch (reader.peek()) {
            case BEGIN_OBJECT -> readObject(reader, wanted);
            case BEGIN_ARRAY -> readArray(reader, wanted);
            case STRING -> reader.nextString();
            case NUMBER -> wanted == null ? number(reader.nextString()) : new PartialJson.Numeral(reader.nextString());
            case BOOLEAN -> reader.nextBoolean();
            case NULL -> reader.nextNull();
            default -> throw new JsonException("expected a value");
        };
    }

    private static Map<String, @Nullable Object> readObject(JsonReader reader, @Nullable Set<String> wanted)
            throws IOException {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.nextName();
            if (wanted != null && !wanted.contains(name)) {
                reader.skipValue();
                continue;
            }
            boolean isFirst = !members.containsKey(name);
            if (!isFirst && wanted == null) {
                throw new JsonException("duplicate name in an object");
            }
            Object value = readValue(reader, wanted);
            members.put(name, isFirst ? value : PartialJson.Ambiguous.TWICE);
        }
        reader.endObject();
        return Collections.unmodifiableMap(members);
    }

    private static List<@Nullable Object> readArray(JsonReader reader, @Nullable Set<String> wanted)
            throws IOException {
        List<@Nullable Object> items = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNext()) {
            items.add(readValue(reader, wanted));
        }
        reader.endArray();
        return Collections.unmodifiableList(items);
    }

    /** Exact: a double cannot represent nanosecond timestamps or large ids. Returns a {@link Long} or {@link java.math.BigInteger} for a whole number, else a {@link BigDecimal}. */
    private static Number number(String text) {
        if (text.length() > MAX_NUMBER_LENGTH) {
            throw new JsonException("a number of more than " + MAX_NUMBER_LENGTH + " characters");
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notALong) {
            return decimal(new BigDecimal(text));
        }
    }

    private static Number decimal(BigDecimal number) {
        if (number.signum() == 0) {
            return 0L;
        }
        long wholeDigits = (long) number.precision() - number.scale();
        if (wholeDigits > MAX_WHOLE_DIGITS) {
            // Before stripping zeros, which would overflow the exponent of 1000e2147483647.
            return number;
        }
        BigDecimal shortest = number.stripTrailingZeros();
        if (shortest.scale() > 0) {
            return number;
        }
        return shortest.toBigIntegerExact().bitLength() < Long.SIZE
                ? shortest.longValueExact()
                : shortest.toBigIntegerExact();
    }
}
