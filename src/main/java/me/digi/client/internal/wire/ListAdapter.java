package me.digi.client.internal.wire;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A list. Lenient entries are all kept; other unreadable values are left out. */
final class ListAdapter<T> extends ValueAdapter<List<T>> {
    private final ValueAdapter<T> items;

    ListAdapter(ValueAdapter<T> items) {
        super(List.of());
        this.items = items;
    }

    @Override
    public List<T> fromJson(JsonReader reader) throws IOException {
        Values.expect(reader, JsonReader.Token.BEGIN_ARRAY, "an array");
        return items(reader, "", null);
    }

    @Override
    @Nullable
    List<T> read(JsonReader reader, String name, Problems problems) throws IOException {
        return isNext(JsonReader.Token.BEGIN_ARRAY, reader, name + " is not a list", problems)
                ? items(reader, name, problems)
                : null;
    }

    private List<T> items(JsonReader reader, String name, @Nullable Problems problems) throws IOException {
        List<T> list = new ArrayList<>();
        reader.beginArray();
        for (int i = 0; reader.hasNext(); i++) {
            T item = problems == null ? items.entry(reader) : items.read(reader, name + "[" + i + "]", problems);
            if (item != null) {
                list.add(item);
            }
        }
        reader.endArray();
        return Collections.unmodifiableList(list);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable List<T> value) throws IOException {
        writer.beginArray();
        for (T item : Objects.requireNonNull(value, "value")) {
            items.toJson(writer, item);
        }
        writer.endArray();
    }
}
