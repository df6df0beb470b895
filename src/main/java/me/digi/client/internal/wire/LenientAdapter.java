package me.digi.client.internal.wire;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads an object as far as it can be read. */
abstract class LenientAdapter<T extends Flawed> extends JsonAdapter<T> {
    private static final String NOT_AN_OBJECT = "is not an object";

    /** The members of the object that comes next. */
    abstract T read(JsonReader reader) throws IOException;

    /** What stands for something that is not an object. */
    abstract T unreadable(String problem);

    /** The object; there has to be one. */
    @Override
    public @Nullable T fromJson(JsonReader reader) throws IOException {
        Values.expect(reader, JsonReader.Token.BEGIN_OBJECT, "an object");
        return read(reader);
    }

    /** The object as an entry of a list or a member of another object: whatever is in its place, the rest is read. */
    T entry(JsonReader reader) throws IOException {
        if (reader.peek() == JsonReader.Token.BEGIN_OBJECT) {
            return read(reader);
        }
        reader.skipValue();
        return unreadable(NOT_AN_OBJECT);
    }
}
