package me.digi.client.internal.wire;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads an object leniently. */
abstract class LenientAdapter<T extends HasProblems> extends JsonAdapter<T> {
    private static final String NOT_AN_OBJECT = "is not an object";

    abstract T read(JsonReader reader) throws IOException;

    /** The replacement for a value that is not an object. */
    abstract T unreadable(String problem);

    /** Fails unless the value is an object. */
    @Override
    public @Nullable T fromJson(JsonReader reader) throws IOException {
        Values.expect(reader, JsonReader.Token.BEGIN_OBJECT, "an object");
        return read(reader);
    }

    /** Reads a list entry or a member; any other value is skipped and becomes a problem. */
    T entry(JsonReader reader) throws IOException {
        if (reader.peek() == JsonReader.Token.BEGIN_OBJECT) {
            return read(reader);
        }
        reader.skipValue();
        return unreadable(NOT_AN_OBJECT);
    }
}
