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
 * Iterates over the members of an object that is read leniently, where {@link Members} rejects. The first of duplicate
 * members counts. For one thread.
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

    /** The next known member with a value; null at the end of the object. */
    @Nullable
    String next() throws IOException {
        while (reader.hasNext()) {
            int index = reader.selectName(names);
            if (index < 0) {
                skipOrKeep();
                continue;
            }
            current = names.strings().get(index);
            if (seen.get(index)) {
                repeated.set(index);
                problems.add(current + " occurs twice");
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

    /** Reads the current member; null if it is unreadable. */
    <T> @Nullable T read(JsonAdapter<T> adapter) throws IOException {
        return read(reader, adapter, current, problems);
    }

    static <T> @Nullable T read(JsonReader reader, JsonAdapter<T> adapter, String name, Problems problems)
            throws IOException {
        if (adapter instanceof TolerantAdapter<T> tolerant) {
            return tolerant.read(reader, name, problems);
        }
        T value = adapter instanceof LenientAdapter<?> ? entry(adapter, reader) : adapter.fromJson(reader);
        if (value instanceof HasProblems flawed) {
            problems.addWithin(name, flawed.problems());
        }
        return value;
    }

    /** Reads an entry of a list or map, or a member, leniently if its model is. */
    @SuppressWarnings("unchecked") // a LenientAdapter that is a JsonAdapter<T> reads T
    static <T> @Nullable T entry(JsonAdapter<T> adapter, JsonReader reader) throws IOException {
        return adapter instanceof LenientAdapter<?> lenient ? (T) lenient.entry(reader) : adapter.fromJson(reader);
    }

    /** Reports a missing member. */
    void expect(@Nullable Object value, String name) {
        if (value == null && !seen.get(names.strings().indexOf(name))) {
            problems.add(name + " is missing");
        }
    }

    /** Rejects the object if the member is missing, null or duplicate. */
    void require(@Nullable Object value, String name) {
        if (repeated.get(names.strings().indexOf(name))) {
            throw new JsonDataException("Duplicate name at " + reader.getPath());
        }
        if (value == null) {
            throw new JsonDataException("Required value '" + name + "' missing or null at " + reader.getPath());
        }
    }

    /** Unknown members in order; empty if they are skipped. */
    Map<String, @Nullable Object> unknown() {
        return kept == null ? Collections.emptyMap() : kept;
    }

    List<String> problems() {
        return problems.all();
    }

    private void skipOrKeep() throws IOException {
        if (kept == null) {
            reader.skipName();
            reader.skipValue();
            return;
        }
        String name = reader.nextName();
        if (kept.containsKey(name)) {
            problems.add("an undescribed member occurs twice");
            reader.skipValue();
            return;
        }
        try {
            kept.put(name, PlainJson.read(reader));
        } catch (JsonDataException e) {
            problems.add("an undescribed member cannot be read");
        }
    }

    void end() throws IOException {
        reader.endObject();
    }
}
