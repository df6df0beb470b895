package me.digi.client.internal.wire;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.BitSet;
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
    private final ModelAdapter<?> model;
    private final Member[] members;
    private final @Nullable Object[] values;
    private final @Nullable Map<String, @Nullable Object> kept;

    private final @Nullable Problems problems;
    private final boolean isDecisive;

    /** Null for a lenient model: it takes time, and is rarely needed. */
    private final @Nullable String path;

    private final BitSet seen = new BitSet();
    private final BitSet repeated = new BitSet();

    private Members(JsonReader reader, ModelAdapter<?> model, @Nullable Problems problems, boolean isDecisive) {
        this.reader = reader;
        this.model = model;
        this.members = model.members;
        this.values = new Object[members.length];
        this.kept = model.keepsMore ? new LinkedHashMap<>() : null;
        this.problems = problems;
        this.isDecisive = isDecisive;
        this.path = problems == null ? reader.getPath() : null;
    }

    /**
     * Reads an object up to its end. In a lenient model, another value is a problem.
     *
     * @param problems null for a strict model
     * @param isDecisive whether decisive members of a lenient model are checked
     */
    static Members read(JsonReader reader, ModelAdapter<?> model, @Nullable Problems problems, boolean isDecisive)
            throws IOException {
        Members members = new Members(reader, model, problems, isDecisive);
        members.read();
        return members;
    }

    private void read() throws IOException {
        if (problems != null && reader.peek() != JsonReader.Token.BEGIN_OBJECT) {
            problems.add("is not an object");
            reader.skipValue();
            return;
        }
        reader.beginObject();
        while (reader.hasNext()) {
            int index = reader.selectName(model.names);
            if (index < 0) {
                skipOrKeep();
            } else if (seen.get(index)) {
                repeated.set(index);
                skipDuplicate(members[index].name());
            } else if (reader.peek() == JsonReader.Token.NULL) {
                seen.set(index, problems == null);
                reader.nextNull();
            } else {
                seen.set(index);
                values[index] = value(members[index]);
            }
        }
        for (int i = 0; i < members.length; i++) {
            if (members[i].isRequired()) {
                require(i);
            }
        }
        reader.endObject();
    }

    private boolean isStrict(Member member) {
        return problems == null || (isDecisive && member.isDecisive());
    }

    private @Nullable Object value(Member member) throws IOException {
        return isStrict(member) || problems == null
                ? member.adapter().fromJson(reader)
                : member.adapter().read(reader, member.name(), problems);
    }

    /** Rejects an object that lacks a required member; in a lenient model, that is a problem. */
    private void require(int index) {
        Member member = members[index];
        if (problems != null && !isStrict(member)) {
            if (!seen.get(index)) {
                problems.add(member.name() + " is missing");
            }
        } else if (repeated.get(index)) {
            throw new JsonDataException("Duplicate name at " + reader.getPath());
        } else if (values[index] == null) {
            throw new JsonDataException("Required value '" + member.name() + "' missing or null at "
                    + (path == null ? reader.getPath() : path));
        }
    }

    /** Whether no decisive member is missing. */
    boolean areEnough() {
        for (int i = 0; i < members.length; i++) {
            if (members[i].isDecisive() && values[i] == null) {
                return false;
            }
        }
        return true;
    }

    /** The value of a member, counted from 1; if it is missing or unreadable, null or what its adapter has for that. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // The generated code has the component's type.
    <T> @Nullable T get(int number) {
        Object value = values[number - 1];
        return (T) (value == null ? members[number - 1].adapter().absent() : value);
    }

    /** Members that are not described and not null, in order. */
    Map<String, Object> more() {
        Map<String, Object> more = new LinkedHashMap<>();
        if (kept != null) {
            kept.forEach((name, value) -> {
                if (value != null) {
                    more.put(name, value);
                }
            });
        }
        return more;
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
}
