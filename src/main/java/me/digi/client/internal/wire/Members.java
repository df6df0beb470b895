package me.digi.client.internal.wire;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Walks through the members of one JSON object. A member that the model does not know is skipped, one that is null
 * counts as absent, and one that is there twice is refused.
 */
final class Members {
    private final JsonReader reader;
    private final JsonReader.Options names;
    private final String path;
    private final BitSet seen = new BitSet();

    /** Begins the object that comes next. */
    Members(JsonReader reader, JsonReader.Options names) throws IOException {
        this.reader = reader;
        this.names = names;
        this.path = reader.getPath();
        Values.expect(reader, JsonReader.Token.BEGIN_OBJECT, "an object");
        reader.beginObject();
    }

    /** The name of the next known member that has a value; null at the end of the object. */
    @Nullable
    String next() throws IOException {
        while (reader.hasNext()) {
            int index = reader.selectName(names);
            if (index < 0) {
                reader.skipName();
                reader.skipValue();
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

    /** Refuses the object if this member of it was absent or null. */
    void require(@Nullable Object value, String name) {
        if (value == null) {
            throw new JsonDataException("Required value '" + name + "' missing or null at " + path);
        }
    }

    /** Ends the object. */
    void end() throws IOException {
        reader.endObject();
    }
}
