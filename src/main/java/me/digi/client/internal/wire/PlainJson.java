package me.digi.client.internal.wire;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import me.digi.client.internal.io.Json;
import me.digi.client.internal.io.JsonException;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** JSON that the API description leaves open, as plain values. */
final class PlainJson extends ValueAdapter<Map<String, @Nullable Object>> {
    @Override
    public Map<String, @Nullable Object> fromJson(JsonReader reader) throws IOException {
        Values.expect(reader, JsonReader.Token.BEGIN_OBJECT, "an object");
        return Json.object(read(reader));
    }

    @Override
    @Nullable
    Map<String, @Nullable Object> read(JsonReader reader, String name, Problems problems) throws IOException {
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

    @Override
    public void toJson(JsonWriter writer, @Nullable Map<String, @Nullable Object> value) throws IOException {
        writer.beginObject();
        writeMembers(writer, Objects.requireNonNull(value, "value"));
        writer.endObject();
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

    static void writeMembers(JsonWriter writer, Map<String, @Nullable Object> members) throws IOException {
        for (Map.Entry<String, @Nullable Object> member : members.entrySet()) {
            writer.name(member.getKey());
            writer.value(new Buffer().writeUtf8(Json.write(member.getValue())));
        }
    }
}
