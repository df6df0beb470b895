package me.digi.client.internal.wire;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adapters for values that are not models. Stricter than Moshi's: no number for a string, no {@code "1"} for a number,
 * no null. Messages contain the path and never the value. Within lenient models they accept what is unambiguous, and
 * report a problem.
 */
final class Values {
    static final ValueAdapter<String> TEXT = new Text(null);
    static final ValueAdapter<Long> WHOLE_NUMBER = new WholeNumbers(null);
    static final ValueAdapter<Boolean> BOOLEAN = new Bool(null);
    static final ValueAdapter<Map<String, Object>> OBJECT = new PlainJson();

    /** Missing ids are empty or 0, which no call accepts. */
    static final ValueAdapter<String> TEXT_ID = new Text("");

    static final ValueAdapter<Long> NUMBER_ID = new WholeNumbers(0L);

    /** False if it is missing. */
    static final ValueAdapter<Boolean> FLAG = new Bool(false);

    private Values() {}

    static <T> ValueAdapter<List<T>> list(ValueAdapter<T> items) {
        return new ListAdapter<>(items);
    }

    static <T> ValueAdapter<Map<String, T>> map(ValueAdapter<T> values) {
        return new MapAdapter<>(values);
    }

    static void expect(JsonReader reader, JsonReader.Token token, String what) throws IOException {
        JsonReader.Token found = reader.peek();
        if (found != token) {
            throw new JsonDataException("Expected " + what + " but found " + found + " at " + reader.getPath());
        }
    }

    private static final class Text extends ValueAdapter<String> {
        /** Longer numbers are not ids. */
        private static final int MAX_NUMBER_LENGTH = 100;

        Text(@Nullable String absent) {
            super(absent);
        }

        @Override
        public String fromJson(JsonReader reader) throws IOException {
            expect(reader, JsonReader.Token.STRING, "a string");
            return reader.nextString();
        }

        @Override
        @Nullable
        String read(JsonReader reader, String name, Problems problems) throws IOException {
            JsonReader.Token found = reader.peek();
            if (found == JsonReader.Token.STRING) {
                return reader.nextString();
            }
            problems.add(name + " is not text");
            if (found == JsonReader.Token.BOOLEAN) {
                return String.valueOf(reader.nextBoolean());
            }
            if (found != JsonReader.Token.NUMBER) {
                reader.skipValue();
                return null;
            }
            String number = reader.nextString();
            return number.length() <= MAX_NUMBER_LENGTH ? number : null;
        }
    }

    private static final class Bool extends ValueAdapter<Boolean> {
        Bool(@Nullable Boolean absent) {
            super(absent);
        }

        @Override
        public Boolean fromJson(JsonReader reader) throws IOException {
            expect(reader, JsonReader.Token.BOOLEAN, "a boolean");
            return reader.nextBoolean();
        }

        @Override
        @Nullable
        Boolean read(JsonReader reader, String name, Problems problems) throws IOException {
            return isNext(JsonReader.Token.BOOLEAN, reader, name + " is not true or false", problems)
                    ? reader.nextBoolean()
                    : null;
        }
    }
}
