package me.digi.client.internal.wire;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Walks through the members of one JSON object that is read as far as it can be: the counterpart of {@link Members}, which
 * rejects the object. Of a name that is there twice the first value counts. For one thread.
 */
final class LenientMembers {
    private final JsonReader reader;
    private final JsonReader.Options names;
    private final Problems problems = new Problems();
    private final BitSet seen = new BitSet();
    private final BitSet repeated = new BitSet();
    private final @Nullable Map<String, @Nullable Object> kept;
    private String current = "";

    private LenientMembers(JsonReader reader, JsonReader.Options names, @Nullable Map<String, @Nullable Object> kept)
            throws IOException {
        this.reader = reader;
        this.names = names;
        this.kept = kept;
        reader.beginObject();
    }

    static LenientMembers skippingUnknown(JsonReader reader, JsonReader.Options names) throws IOException {
        return new LenientMembers(reader, names, null);
    }

    static LenientMembers keepingUnknown(JsonReader reader, JsonReader.Options names) throws IOException {
        return new LenientMembers(reader, names, new LinkedHashMap<>());
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
            current = names.strings().get(index);
            if (seen.get(index)) {
                repeated.set(index);
                problems.add(current + " is there twice");
                reader.skipValue();
            } else if (reader.peek() == JsonReader.Token.NULL) {
                reader.nextNull();
            } else {
                seen.set(index);
                return current;
            }
        }
        return null;
    }

    /** The value of the member whose name came last; null if it cannot be read. */
    <T> @Nullable T read(JsonAdapter<T> adapter) throws IOException {
        return read(reader, adapter, current, problems);
    }

    static <T> @Nullable T read(JsonReader reader, JsonAdapter<T> adapter, String name, Problems problems)
            throws IOException {
        if (adapter instanceof TolerantAdapter<T> tolerant) {
            return tolerant.read(reader, name, problems);
        }
        T value = adapter instanceof LenientAdapter<?> ? entry(adapter, reader) : adapter.fromJson(reader);
        if (value instanceof Flawed flawed) {
            problems.addWithin(name, flawed.problems());
        }
        return value;
    }

    /** An entry of a list or a map, or a member: read as far as it can be if its model is. */
    @SuppressWarnings("unchecked") // a LenientAdapter that is a JsonAdapter<T> reads T
    static <T> @Nullable T entry(JsonAdapter<T> adapter, JsonReader reader) throws IOException {
        return adapter instanceof LenientAdapter<?> lenient ? (T) lenient.entry(reader) : adapter.fromJson(reader);
    }

    /** Says that a member which should be there is not. */
    void expect(@Nullable Object value, String name) {
        if (value == null && !seen.get(names.strings().indexOf(name))) {
            problems.add(name + " is missing");
        }
    }

    /** Rejects the object if this member of it was absent, null, or there twice. */
    void require(@Nullable Object value, String name) {
        if (repeated.get(names.strings().indexOf(name))) {
            throw new JsonDataException("The same name twice at " + reader.getPath());
        }
        if (value == null) {
            throw new JsonDataException("Required value '" + name + "' missing or null at " + reader.getPath());
        }
    }

    /** What the model does not know, in its order; empty if it is skipped. */
    Map<String, @Nullable Object> unknown() {
        return kept == null ? Collections.emptyMap() : kept;
    }

    List<String> problems() {
        return problems.all();
    }

    private void passUnknown() throws IOException {
        if (kept == null) {
            reader.skipName();
            reader.skipValue();
            return;
        }
        String name = reader.nextName();
        if (kept.containsKey(name)) {
            problems.add("a member that is not described is there twice");
            reader.skipValue();
            return;
        }
        try {
            kept.put(name, PlainJson.read(reader));
        } catch (JsonDataException e) {
            problems.add("a member that is not described cannot be read");
        }
    }

    /** Ends the object. */
    void end() throws IOException {
        reader.endObject();
    }
}
