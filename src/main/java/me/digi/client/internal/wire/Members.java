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
 * Walks through the members of one JSON object. A member that the model does not know is skipped or kept aside, as the
 * model has it; one that is null counts as absent, unless it is kept; one that is there twice is rejected, unless it is
 * skipped.
 */
final class Members {
    private final JsonReader reader;
    private final JsonReader.Options names;
    private final String path;
    private final BitSet seen = new BitSet();
    private final @Nullable Map<String, @Nullable Object> kept;

    /** Begins the object that comes next. */
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

    /** The name of the next known member that has a value; null at the end of the object. */
    @Nullable
    String next() throws IOException {
        while (reader.hasNext()) {
            int index = reader.selectName(names);
            if (index < 0) {
                passUnknown();
                continue;
            }
            if (seen.get(index)) {
                throw new JsonDataException("The same name twice at " + reader.getPath());
            }
            seen.set(index);
            if (reader.peek() != JsonReader.Token.NULL) {
                return names.strings().get(index);
            }
            reader.nextNull();
        }
        return null;
    }

    /** Rejects the object if this member of it was absent or null. */
    void require(@Nullable Object value, String name) {
        if (value == null) {
            throw new JsonDataException("Required value '" + name + "' missing or null at " + path);
        }
    }

    /** What the model does not know, in its order; empty if it is skipped. */
    Map<String, @Nullable Object> unknown() {
        return kept == null ? Collections.emptyMap() : kept;
    }

    private void passUnknown() throws IOException {
        if (kept == null) {
            reader.skipName();
            reader.skipValue();
            return;
        }
        String name = reader.nextName();
        if (kept.containsKey(name)) {
            throw new JsonDataException("The same name twice at " + reader.getPath());
        }
        kept.put(name, PlainJson.read(reader));
    }

    /** Ends the object. */
    void end() throws IOException {
        reader.endObject();
    }
}
