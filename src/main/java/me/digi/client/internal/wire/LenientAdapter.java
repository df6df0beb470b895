package me.digi.client.internal.wire;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.List;

/** Reads a lenient model. */
abstract class LenientAdapter<T extends LenientAdapter.Model> extends ValueAdapter<T> {
    /** A model that is read leniently. */
    interface Model {
        /** What did not match the description, such as {@code sourceId is not a whole number}. */
        List<String> problems();
    }

    abstract T read(JsonReader reader) throws IOException;

    /** The replacement for a value that is not an object. */
    abstract T unreadable(String problem);

    /** Fails unless the value is an object. */
    @Override
    public T fromJson(JsonReader reader) throws IOException {
        Values.expect(reader, JsonReader.Token.BEGIN_OBJECT, "an object");
        return read(reader);
    }

    @Override
    T read(JsonReader reader, String name, Problems problems) throws IOException {
        T value = entry(reader);
        problems.addWithin(name, value.problems());
        return value;
    }

    /** Any value but an object is skipped and becomes a problem. */
    @Override
    T entry(JsonReader reader) throws IOException {
        if (reader.peek() == JsonReader.Token.BEGIN_OBJECT) {
            return read(reader);
        }
        reader.skipValue();
        return unreadable("is not an object");
    }
}
