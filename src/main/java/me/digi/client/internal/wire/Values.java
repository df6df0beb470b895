package me.digi.client.internal.wire;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The adapters of what is not a model. Unlike Moshi's own they take a value only in the JSON type that it should have: no
 * number for a string, no {@code "1"} for a number, no null anywhere. What they refuse they name by its path, and never
 * quote.
 */
final class Values {
    static final JsonAdapter<String> TEXT = new Text();
    static final JsonAdapter<Long> WHOLE_NUMBER = new WholeNumbers();
    static final JsonAdapter<Boolean> TRUTH = new Truth();
    static final JsonAdapter<Map<String, @Nullable Object>> OBJECT = new PlainJson();

    private Values() {}

    static <T> JsonAdapter<List<T>> list(JsonAdapter<T> items) {
        return new Lists<>(items);
    }

    static <T> JsonAdapter<Map<String, T>> map(JsonAdapter<T> values) {
        return new Maps<>(values);
    }

    /** Writes a member of an object, or nothing at all if it is absent. */
    static <T> void write(JsonWriter writer, String name, JsonAdapter<T> adapter, @Nullable T value)
            throws IOException {
        if (value != null) {
            writer.name(name);
            adapter.toJson(writer, value);
        }
    }

    /** What a model has besides its own members; refuses what should be one of them. */
    static Map<String, @Nullable Object> more(Map<String, @Nullable Object> more, JsonReader.Options names) {
        for (String name : names.strings()) {
            if (more.containsKey(name)) {
                throw new IllegalArgumentException("'" + name + "' has a place of its own");
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

    private static final class Text extends JsonAdapter<String> {
        @Override
        public String fromJson(JsonReader reader) throws IOException {
            expect(reader, JsonReader.Token.STRING, "a string");
            return reader.nextString();
        }

        @Override
        public void toJson(JsonWriter writer, @Nullable String value) throws IOException {
            writer.value(Objects.requireNonNull(value, "value"));
        }
    }

    private static final class Truth extends JsonAdapter<Boolean> {
        @Override
        public Boolean fromJson(JsonReader reader) throws IOException {
            expect(reader, JsonReader.Token.BOOLEAN, "a boolean");
            return reader.nextBoolean();
        }

        @Override
        public void toJson(JsonWriter writer, @Nullable Boolean value) throws IOException {
            writer.value(Objects.requireNonNull(value, "value"));
        }
    }

    private static final class Lists<T> extends JsonAdapter<List<T>> {
        private final JsonAdapter<T> items;

        Lists(JsonAdapter<T> items) {
            this.items = items;
        }

        @Override
        public List<T> fromJson(JsonReader reader) throws IOException {
            expect(reader, JsonReader.Token.BEGIN_ARRAY, "an array");
            List<T> list = new ArrayList<>();
            reader.beginArray();
            while (reader.hasNext()) {
                list.add(Objects.requireNonNull(items.fromJson(reader)));
            }
            reader.endArray();
            return Collections.unmodifiableList(list);
        }

        @Override
        public void toJson(JsonWriter writer, @Nullable List<T> value) throws IOException {
            writer.beginArray();
            for (T item : Objects.requireNonNull(value, "value")) {
                items.toJson(writer, item);
            }
            writer.endArray();
        }
    }

    private static final class Maps<T> extends JsonAdapter<Map<String, T>> {
        private final JsonAdapter<T> values;

        Maps(JsonAdapter<T> values) {
            this.values = values;
        }

        @Override
        public Map<String, T> fromJson(JsonReader reader) throws IOException {
            expect(reader, JsonReader.Token.BEGIN_OBJECT, "an object");
            Map<String, T> map = new LinkedHashMap<>();
            reader.beginObject();
            while (reader.hasNext()) {
                if (map.put(reader.nextName(), Objects.requireNonNull(values.fromJson(reader))) != null) {
                    throw new JsonDataException("The same name twice at " + reader.getPath());
                }
            }
            reader.endObject();
            return Collections.unmodifiableMap(map);
        }

        @Override
        public void toJson(JsonWriter writer, @Nullable Map<String, T> value) throws IOException {
            writer.beginObject();
            for (Map.Entry<String, T> entry :
                    Objects.requireNonNull(value, "value").entrySet()) {
                writer.name(entry.getKey());
                values.toJson(writer, entry.getValue());
            }
            writer.endObject();
        }
    }
}
