package me.digi.client.internal.wire;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads a value strictly ({@link #fromJson}), or as far as it can be read. */
abstract class TolerantAdapter<T> extends JsonAdapter<T> {
    /**
     * The value that comes next, which is not null, as far as it can be read; null if it cannot. What is odd is a problem.
     *
     * @param name of the member that it is, for the problem
     */
    abstract @Nullable T read(JsonReader reader, String name, Problems problems) throws IOException;
}
