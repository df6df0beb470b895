package me.digi.client.internal.wire;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import me.digi.client.internal.io.Require;
import org.jspecify.annotations.Nullable;

/**
 * Adapters for values that are not models. Stricter than Moshi's: no number for a string, no {@code "1"} for a number,
 * no null. Messages contain the path and never the value. Within lenient models they accept what is unambiguous, and
 * report a problem.
 */
final class Values {
    static final ValueAdapter<String> TEXT = new Text();
    static final ValueAdapter<Long> WHOLE_NUMBER = new WholeNumbers();
    static final ValueAdapter<Boolean> BOOLEAN = new Bool();
    static final ValueAdapter<Map<String, @Nullable Object>> OBJECT = new PlainJson();

    /** An id that is used as a path segment. */
    static final ValueAdapter<String> SEGMENT = new Segment();

    private Values() {}

    static <T> ValueAdapter<List<T>> list(ValueAdapter<T> items) {
        return new ListAdapter<>(items);
    }

    static <T> ValueAdapter<Map<String, T>> map(ValueAdapter<T> values) {
        return new MapAdapter<>(values);
    }

    /** An adapter that is strict also within a lenient model. */
    static <T> ValueAdapter<T> decisive(ValueAdapter<T> adapter) {
        return new Decisive<>(adapter);
    }

    /** Writes the members that are not null, given in the order of their names. */
    @SuppressWarnings("unchecked") // Each value has its adapter's type.
    static void write(
            JsonWriter writer, JsonReader.Options names, ValueAdapter<?>[] adapters, @Nullable Object... values)
            throws IOException {
        for (int i = 0; i < adapters.length; i++) {
            if (values[i] != null) {
                writer.name(names.strings().get(i));
                ((ValueAdapter<Object>) adapters[i]).toJson(writer, values[i]);
            }
        }
    }

    /** Copies unknown members; rejects names of known ones. */
    static Map<String, @Nullable Object> more(Map<String, @Nullable Object> more, JsonReader.Options names) {
        for (String name : names.strings()) {
            if (more.containsKey(name)) {
                throw new IllegalArgumentException("'" + name + "' is a component of the record");
            }
        }
        return Collections.unmodifiableMap(new LinkedHashMap<>(more));
    }

    static void expect(JsonReader reader, JsonReader.Token token, String what) throws IOException {
        JsonReader.Token found = reader.peek();
        if (found != token) {
            throw new JsonDataException("Expected " + what + " but found " + found + " at " + reader.getPath());
        }
    }

    private static final class Decisive<T> extends ValueAdapter<T> {
        private final ValueAdapter<T> adapter;

        Decisive(ValueAdapter<T> adapter) {
            this.adapter = adapter;
        }

        @Override
        public T fromJson(JsonReader reader) throws IOException {
            return adapter.fromJson(reader);
        }

        @Override
        public void toJson(JsonWriter writer, @Nullable T value) throws IOException {
            adapter.toJson(writer, value);
        }
    }

    private static final class Text extends ValueAdapter<String> {
        /** Longer numbers are not ids. */
        private static final int MAX_NUMBER_LENGTH = 100;

        @Override
        public String fromJson(JsonReader reader) throws IOException {
            expect(reader, JsonReader.Token.STRING, "a string");
            return reader.nextString();
        }

        @Override
        @Nullable
        String read(JsonReader reader, String name, Problems problems) throws IOException {
            JsonReader.Token found = reader.peek();
            if (found == JsonReader.Token.STRING) {
                return reader.nextString();
            }
            problems.add(name + " is not text");
            if (found == JsonReader.Token.BOOLEAN) {
                return String.valueOf(reader.nextBoolean());
            }
            if (found != JsonReader.Token.NUMBER) {
                reader.skipValue();
                return null;
            }
            String number = reader.nextString();
            return number.length() <= MAX_NUMBER_LENGTH ? number : null;
        }
    }

    private static final class Segment extends ValueAdapter<String> {
        @Override
        public String fromJson(JsonReader reader) throws IOException {
            expect(reader, JsonReader.Token.STRING, "a string");
            String path = reader.getPath();
            String id = reader.nextString();
            if (!Require.isSegment(id)) {
                throw new JsonDataException("Expected an id that is a path segment at " + path);
            }
            return id;
        }
    }

    private static final class Bool extends ValueAdapter<Boolean> {
        @Override
        public Boolean fromJson(JsonReader reader) throws IOException {
            expect(reader, JsonReader.Token.BOOLEAN, "a boolean");
            return reader.nextBoolean();
        }

        @Override
        @Nullable
        Boolean read(JsonReader reader, String name, Problems problems) throws IOException {
            return isNext(JsonReader.Token.BOOLEAN, reader, name + " is not true or false", problems)
                    ? reader.nextBoolean()
                    : null;
        }
    }
}
