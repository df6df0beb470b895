package me.digi.client.internal.wire;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads a value strictly with {@link #fromJson}, or leniently with {@link #read}. */
abstract class TolerantAdapter<T> extends JsonAdapter<T> {
    /**
     * Reads the next value, which is not null, leniently; null if it is unreadable.
     *
     * @param name the member's name, for problems
     */
    abstract @Nullable T read(JsonReader reader, String name, Problems problems) throws IOException;
}
