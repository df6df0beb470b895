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
 * Reads the members of an object, each with its adapter. Unknown members are skipped or kept, as the model requires. A
 * null member counts as missing unless it is kept. A duplicate is rejected; in a lenient model, it is a problem, and the
 * first one counts. For one thread.
 *
 * <p>A loop over adapters, and not code for each member: that took the virtual machine half a second of processor time to
 * compile for the larger models.
 */
final class Members {
    private final JsonReader reader;
    private final JsonReader.Options names;
    private final ValueAdapter<?>[] adapters;
    private final @Nullable Object[] values;
    private final @Nullable Map<String, @Nullable Object> kept;

    /** Null for a strict model. */
    private final @Nullable Problems problems;

    /** Null for a lenient model: it takes time, and is rarely needed. */
    private final @Nullable String path;

    private final BitSet seen = new BitSet();
    private final BitSet repeated = new BitSet();

    private Members(
            JsonReader reader,
            JsonReader.Options names,
            ValueAdapter<?>[] adapters,
            boolean keepsUnknown,
            @Nullable Problems problems) {
        this.reader = reader;
        this.names = names;
        this.adapters = adapters;
        this.values = new Object[adapters.length];
        this.kept = keepsUnknown ? new LinkedHashMap<>() : null;
        this.problems = problems;
        this.path = problems == null ? reader.getPath() : null;
    }

    /** Reads an object up to its end. */
    static Members strict(JsonReader reader, JsonReader.Options names, ValueAdapter<?>[] adapters, boolean keepsUnknown)
            throws IOException {
        Members members = new Members(reader, names, adapters, keepsUnknown, null);
        members.read();
        return members;
    }

    /** As above, with problems instead of most exceptions. */
    static Members lenient(
            JsonReader reader, JsonReader.Options names, ValueAdapter<?>[] adapters, boolean keepsUnknown)
            throws IOException {
        Members members = new Members(reader, names, adapters, keepsUnknown, new Problems());
        members.read();
        return members;
    }

    private void read() throws IOException {
        Values.expect(reader, JsonReader.Token.BEGIN_OBJECT, "an object");
        reader.beginObject();
        while (reader.hasNext()) {
            int index = reader.selectName(names);
            if (index < 0) {
                skipOrKeep();
            } else if (seen.get(index)) {
                repeated.set(index);
                skipDuplicate(name(index));
            } else if (reader.peek() == JsonReader.Token.NULL) {
                seen.set(index, problems == null);
                reader.nextNull();
            } else {
                seen.set(index);
                values[index] = value(index);
            }
        }
    }

    private @Nullable Object value(int index) throws IOException {
        return problems == null
                ? adapters[index].fromJson(reader)
                : adapters[index].read(reader, name(index), problems);
    }

    private String name(int index) {
        return names.strings().get(index);
    }

    /** The value of a member, counted from 1; null if it is missing or unreadable. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // The generated code names its adapter's type.
    <T> @Nullable T get(int number) {
        return (T) values[number - 1];
    }

    /** Reports a missing member of a lenient model. */
    void expect(int number) {
        if (!seen.get(number - 1)) {
            Objects.requireNonNull(problems).add(name(number - 1) + " is missing");
        }
    }

    /** Rejects the object if the member is missing, null or duplicate. */
    void require(int number) {
        if (repeated.get(number - 1)) {
            throw new JsonDataException("Duplicate name at " + reader.getPath());
        }
        if (values[number - 1] == null) {
            throw new JsonDataException("Required value '" + name(number - 1) + "' missing or null at "
                    + (path == null ? reader.getPath() : path));
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
