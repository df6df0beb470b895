package me.digi.client.internal.wire;

import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes a model that is part of requests only. Optional members that are null or empty are left out. */
final class RequestAdapter<T> extends ValueAdapter<T> {
    private final Function<T, @Nullable Object[]> values;
    private final Member[] members;

    RequestAdapter(Function<T, @Nullable Object[]> values, Member... members) {
        this.values = values;
        this.members = members;
    }

    @Override
    @SuppressWarnings("unchecked") // Each value has its adapter's type.
    public void toJson(JsonWriter writer, @Nullable T model) throws IOException {
        @Nullable Object[] written = values.apply(Objects.requireNonNull(model, "model"));
        writer.beginObject();
        for (int i = 0; i < members.length; i++) {
            if (members[i].isRequired() || !isEmpty(written[i])) {
                writer.name(members[i].name());
                ((ValueAdapter<Object>) members[i].adapter()).toJson(writer, written[i]);
            }
        }
        writer.endObject();
    }

    private static boolean isEmpty(@Nullable Object value) {
        return value == null
                || (value instanceof Collection<?> list && list.isEmpty())
                || (value instanceof Map<?, ?> map && map.isEmpty());
    }
}
