package me.digi.client.internal.wire;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Iterates over the members of an object. Unknown members are skipped or kept, as the model requires. A null member
 * counts as missing unless it is kept; a duplicate is rejected unless it is skipped.
 */
final class Members {
    private final JsonReader reader;
    private final JsonReader.Options names;
    private final String path;
    private final BitSet seen = new BitSet();
    private final @Nullable Map<String, @Nullable Object> kept;

    private Members(JsonReader reader, JsonReader.Options names, @Nullable Map<String, @Nullable Object> kept)
            throws IOException {
        this.reader = reader;
        this.names = names;
        this.kept = kept;
        this.path = reader.getPath();
        Values.expect(reader, JsonReader.Token.BEGIN_OBJECT, "an object");
        reader.beginObject();
    }

    static Members skippingUnknown(JsonReader reader, JsonReader.Options names) throws IOException {
        return new Members(reader, names, null);
    }

    static Members keepingUnknown(JsonReader reader, JsonReader.Options names) throws IOException {
        return new Members(reader, names, new LinkedHashMap<>());
    }

    /** The next known member with a value; null at the end of the object. */
    @Nullable
    String next() throws IOException {
        while (reader.hasNext()) {
            int index = reader.selectName(names);
            if (index < 0) {
                skipOrKeep();
                continue;
            }
            if (seen.get(index)) {
                throw new JsonDataException("Duplicate name at " + reader.getPath());
            }
            seen.set(index);
            if (reader.peek() != JsonReader.Token.NULL) {
                return names.strings().get(index);
            }
            reader.nextNull();
        }
        return null;
    }

    /** Rejects the object if the member is missing or null. */
    void require(@Nullable Object value, String name) {
        if (value == null) {
            throw new JsonDataException("Required value '" + name + "' missing or null at " + path);
        }
    }

    /** Unknown members in order; empty if they are skipped. */
    Map<String, @Nullable Object> unknown() {
        return kept == null ? Collections.emptyMap() : kept;
    }

    private void skipOrKeep() throws IOException {
        if (kept == null) {
            reader.skipName();
            reader.skipValue();
            return;
        }
        String name = reader.nextName();
        if (kept.containsKey(name)) {
            throw new JsonDataException("Duplicate name at " + reader.getPath());
        }
        kept.put(name, PlainJson.read(reader));
    }

    void end() throws IOException {
        reader.endObject();
    }
}
