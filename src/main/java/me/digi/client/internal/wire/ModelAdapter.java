package me.digi.client.internal.wire;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a model, strictly or leniently, and creates it from its members. */
final class ModelAdapter<T> extends ValueAdapter<T> {
    final Member[] members;
    final JsonReader.Options names;
    final boolean keepsMore;
    private final boolean isLenient;
    private final Function<Members, T> creator;

    /**
     * An adapter.
     *
     * @param keepsMore whether members that are not described are kept
     */
    ModelAdapter(Function<Members, T> creator, boolean isLenient, boolean keepsMore, Member... members) {
        this.creator = creator;
        this.isLenient = isLenient;
        this.keepsMore = keepsMore;
        this.members = members;
        this.names = JsonReader.Options.of(
                Arrays.stream(members).map(member -> member.name()).toArray(length -> new String[length]));
    }

    /** Fails unless the value is an object, and has its decisive members. */
    @Override
    public T fromJson(JsonReader reader) throws IOException {
        Values.expect(reader, JsonReader.Token.BEGIN_OBJECT, "an object");
        return creator.apply(Members.read(reader, this, isLenient ? new Problems() : null, true));
    }

    /** Any value but an object is a problem. */
    @Override
    T entry(JsonReader reader) throws IOException {
        return isLenient && reader.peek() != JsonReader.Token.BEGIN_OBJECT
                ? Objects.requireNonNull(part(reader, new Problems()))
                : fromJson(reader);
    }

    /** Null if a decisive member is missing. */
    @Override
    @Nullable
    T read(JsonReader reader, String name, Problems problems) throws IOException {
        if (!isLenient) {
            return fromJson(reader);
        }
        Problems own = new Problems();
        T value = part(reader, own);
        problems.addWithin(name, own.all());
        return value;
    }

    private @Nullable T part(JsonReader reader, Problems problems) throws IOException {
        Members read = Members.read(reader, this, problems, false);
        return read.areEnough() ? creator.apply(read) : null;
    }
}
