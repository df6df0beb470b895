package me.digi.client.internal.wire;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A map whose names are chosen by the service, and never quoted. */
final class MapAdapter<T> extends ValueAdapter<Map<String, T>> {
    private final ValueAdapter<T> values;

    MapAdapter(ValueAdapter<T> values) {
        super(Map.of());
        this.values = values;
    }

    @Override
    public Map<String, T> fromJson(JsonReader reader) throws IOException {
        Values.expect(reader, JsonReader.Token.BEGIN_OBJECT, "an object");
        Map<String, T> map = new LinkedHashMap<>();
        reader.beginObject();
        while (reader.hasNext()) {
            if (map.put(reader.nextName(), values.entry(reader)) != null) {
                throw new JsonDataException("Duplicate name at " + reader.getPath());
            }
        }
        reader.endObject();
        return Collections.unmodifiableMap(map);
    }

    @Override
    @Nullable
    Map<String, T> read(JsonReader reader, String name, Problems problems) throws IOException {
        if (!isNext(JsonReader.Token.BEGIN_OBJECT, reader, name + " is not an object", problems)) {
            return null;
        }
        Map<String, T> map = new LinkedHashMap<>();
        reader.beginObject();
        while (reader.hasNext()) {
            String key = reader.nextName();
            // A model has problems of its own.
            T value = values instanceof ModelAdapter<?>
                    ? values.entry(reader)
                    : values.read(reader, name + "[]", problems);
            if (value != null && map.putIfAbsent(key, value) != null) {
                problems.add(name + " has a duplicate name");
            }
        }
        reader.endObject();
        return Collections.unmodifiableMap(map);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable Map<String, T> value) throws IOException {
        writer.beginObject();
        for (Map.Entry<String, T> entry : Objects.requireNonNull(value, "value").entrySet()) {
            writer.name(entry.getKey());
            values.toJson(writer, entry.getValue());
        }
        writer.endObject();
    }
}
