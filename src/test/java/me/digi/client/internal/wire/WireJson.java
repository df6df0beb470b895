package me.digi.client.internal.wire;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.lang.reflect.Type;

/** JSON to models and back, by the generated adapters. */
final class WireJson {
    private static final Moshi MOSHI =
            new Moshi.Builder().add(new ModelAdapters()).build();

    private WireJson() {}

    static <T> T read(Class<T> type, String json) throws IOException {
        return MOSHI.adapter(type).fromJson(json);
    }

    static Object read(Type type, String json) throws IOException {
        return adapter(type).fromJson(json);
    }

    static JsonAdapter<Object> adapter(Type type) {
        return MOSHI.adapter(type);
    }

    static <T> String write(Class<T> type, T value) {
        return MOSHI.adapter(type).toJson(value);
    }
}
