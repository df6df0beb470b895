package me.digi.client.internal.wire;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Iterates over the members of an object. Unknown members are skipped or kept, as the model requires. A null member
 * counts as missing unless it is kept. A duplicate is rejected; in a lenient model, it is a problem, and the first one
 * counts. For one thread.
 */
final class Members {
    private final JsonReader reader;
    private final JsonReader.Options names;
    private final @Nullable Map<String, @Nullable Object> kept;
    /** Null for a strict model. */
    private final @Nullable Problems problems;
    /** Null for a lenient model: it takes time, and is rarely needed. */
    private final @Nullable String path;

    private final BitSet seen = new BitSet();
    private final BitSet repeated = new BitSet();
    private String current = "";

    private Members(JsonReader reader, JsonReader.Options names, boolean keepsUnknown, @Nullable Problems problems)
            throws IOException {
        this.reader = reader;
        this.names = names;
        this.kept = keepsUnknown ? new LinkedHashMap<>() : null;
        this.problems = problems;
        this.path = problems == null ? reader.getPath() : null;
        Values.expect(reader, JsonReader.Token.BEGIN_OBJECT, "an object");
        reader.beginObject();
    }

    static Members strict(JsonReader reader, JsonReader.Options names, boolean keepsUnknown) throws IOException {
        return new Members(reader, names, keepsUnknown, null);
    }

    static Members lenient(JsonReader reader, JsonReader.Options names, boolean keepsUnknown) throws IOException {
        return new Members(reader, names, keepsUnknown, new Problems());
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
                skipDuplicate(current);
                continue;
            }
            boolean hasValue = reader.peek() != JsonReader.Token.NULL;
            seen.set(index, hasValue || problems == null);
            if (hasValue) {
                return current;
            }
            reader.nextNull();
        }
        return null;
    }

    /** Reads the current member of a lenient model; null if it is unreadable. */
    <T> @Nullable T read(ValueAdapter<T> adapter) throws IOException {
        return adapter.read(reader, current, Objects.requireNonNull(problems));
    }

    /** Reports a missing member of a lenient model. */
    void expect(@Nullable Object value, String name) {
        if (value == null && !seen.get(names.strings().indexOf(name))) {
            Objects.requireNonNull(problems).add(name + " is missing");
        }
    }

    /** Rejects the object if the member is missing, null or duplicate. */
    void require(@Nullable Object value, String name) {
        if (repeated.get(names.strings().indexOf(name))) {
            throw new JsonDataException("Duplicate name at " + reader.getPath());
        }
        if (value == null) {
            throw new JsonDataException(
                    "Required value '" + name + "' missing or null at " + (path == null ? reader.getPath() : path));
        }
    }

    /** Unknown members in order; empty if they are skipped. */
    Map<String, @Nullable Object> unknown() {
        return kept == null ? Collections.emptyMap() : kept;
    }

    /** The problems of a lenient model. */
    List<String> problems() {
        return Objects.requireNonNull(problems).all();
    }

    private void skipOrKeep() throws IOException {
        if (kept == null) {
            reader.skipName();
            reader.skipValue();
            return;
        }
        String name = reader.nextName();
        if (kept.containsKey(name)) {
            skipDuplicate("an undescribed member");
            return;
        }
        try {
            kept.put(name, PlainJson.read(reader));
        } catch (JsonDataException e) {
            if (problems == null) {
                throw e;
            }
            problems.add("an undescribed member cannot be read");
        }
    }

    private void skipDuplicate(String what) throws IOException {
        if (problems == null) {
            throw new JsonDataException("Duplicate name at " + reader.getPath());
        }
        problems.add(what + " occurs twice");
        reader.skipValue();
    }

    void end() throws IOException {
        reader.endObject();
    }
}
