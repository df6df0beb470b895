package me.digi.client.internal.wire;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads a value strictly with {@link #fromJson}, and within a lenient model with {@link #read}. */
abstract class ValueAdapter<T> extends JsonAdapter<T> {
    private final @Nullable T absent;

    ValueAdapter() {
        this(null);
    }

    ValueAdapter(@Nullable T absent) {
        this.absent = absent;
    }

    @Override
    public T fromJson(JsonReader reader) throws IOException {
        throw new UnsupportedOperationException("requests are not read");
    }

    /**
     * Reads the next value, which is not null, for a lenient model; null if it is unreadable.
     *
     * @param name the member's name, for problems
     */
    @Nullable
    T read(JsonReader reader, String name, Problems problems) throws IOException {
        return fromJson(reader);
    }

    /** Reads an entry of a list or map: strictly, unless it is a lenient model. */
    T entry(JsonReader reader) throws IOException {
        return fromJson(reader);
    }

    /** The value of a member that is missing or unreadable. */
    final @Nullable T absent() {
        return absent;
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable T value) throws IOException {
        writer.jsonValue(Objects.requireNonNull(value, "value"));
    }

    /** Whether the next value is of this type; otherwise, it is skipped and becomes a problem. */
    static boolean isNext(JsonReader.Token token, JsonReader reader, String problem, Problems problems)
            throws IOException {
        if (reader.peek() == token) {
            return true;
        }
        problems.add(problem);
        reader.skipValue();
        return false;
    }
}
