package guides;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.nio.file.Path;
import me.digi.client.read.FailedFile;
import me.digi.client.sandbox.SandboxValues;
import org.junit.jupiter.api.Test;

/** The code of {@code docs/json.md}. */
public class JsonTest {
    // docs: an adapter for Gson
    /** Writes times, exceptions and paths as text: Gson cannot look into them. */
    public static final class AsText implements TypeAdapterFactory {
        @Override
        public <T> TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
            Class<?> raw = type.getRawType();
            boolean isText = raw.getName().startsWith("java.time.")
                    || Throwable.class.isAssignableFrom(raw)
                    || Path.class.isAssignableFrom(raw);
            return !isText
                    ? null
                    : new TypeAdapter<T>() {
                        @Override
                        public void write(JsonWriter out, T value) throws IOException {
                            out.value(value == null ? null : value.toString());
                        }

                        @Override
                        public T read(JsonReader in) {
                            throw new UnsupportedOperationException(raw + " is only written");
                        }
                    };
        }
    }
    // docs: end

    // docs: without stack traces
    @JsonIgnoreProperties({"cause", "localizedMessage", "stackTrace", "suppressed"})
    interface OnlyMessage {}
    // docs: end

    private static final FailedFile FAILED =
            new FailedFile(SandboxValues.fileEntry("a.json").build(), new IllegalStateException("why"));

    @Test
    void gson() {
        // docs: gson
        Gson gson = new GsonBuilder().registerTypeAdapterFactory(new AsText()).create();
        // docs: end
        assertThat(gson.toJson(FAILED)).contains("\"cause\":\"java.lang.IllegalStateException: why\"");
    }

    @Test
    void exceptions() throws IOException {
        // docs: a mix-in
        ObjectMapper mapper = JsonMapper.builder()
                .addMixIn(Throwable.class, OnlyMessage.class)
                .build();
        // docs: end
        assertThat(mapper.writeValueAsString(FAILED.cause())).isEqualTo("{\"message\":\"why\"}");
        assertThat(tools.jackson.databind.json.JsonMapper.builder()
                        .addMixIn(Throwable.class, OnlyMessage.class)
                        .build()
                        .writeValueAsString(FAILED.cause()))
                .isEqualTo("{\"message\":\"why\"}");
    }
}
