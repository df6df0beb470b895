package me.digi.client.internal.wire;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import me.digi.client.internal.io.Json;
import me.digi.client.internal.io.JsonException;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** An object that the API description leaves open, as plain values without null members. */
final class PlainJson extends ValueAdapter<Map<String, Object>> {
    PlainJson() {
        super(Map.of());
    }

    @Override
    public Map<String, Object> fromJson(JsonReader reader) throws IOException {
        Values.expect(reader, JsonReader.Token.BEGIN_OBJECT, "an object");
        Map<String, @Nullable Object> members = new LinkedHashMap<>(Json.object(read(reader)));
        members.values().removeIf(Objects::isNull);
        return members;
    }

    @Override
    @Nullable
    Map<String, Object> read(JsonReader reader, String name, Problems problems) throws IOException {
        if (!isNext(JsonReader.Token.BEGIN_OBJECT, reader, name + " is not an object", problems)) {
            return null;
        }
        try {
            return fromJson(reader);
        } catch (JsonDataException e) {
            problems.add(name + " cannot be read");
            return null;
        }
    }

    /** Reads any value. */
    static @Nullable Object read(JsonReader reader) throws IOException {
        try (BufferedSource source = reader.nextSource()) {
            return Json.parse(source.readUtf8());
        } catch (JsonException e) {
            // Without the path: building it for each value is expensive.
            throw new JsonDataException("Undescribed value: " + e.getMessage(), e);
        }
    }
}
