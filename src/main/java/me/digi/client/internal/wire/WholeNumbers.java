package me.digi.client.internal.wire;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whole numbers, exactly: {@code 1.7e9} is one, however it is written; {@code 1.5} and what is too large are refused. */
final class WholeNumbers extends JsonAdapter<Long> {
    /** No long is written with more characters than this, unless to keep a reader busy. */
    private static final int LONGEST = 100;

    @Override
    public Long fromJson(JsonReader reader) throws IOException {
        Values.expect(reader, JsonReader.Token.NUMBER, "a whole number");
        String path = reader.getPath();
        String text = reader.nextString();
        try {
            if (text.length() <= LONGEST) {
                return new BigDecimal(text).longValueExact();
            }
        } catch (NumberFormatException | ArithmeticException e) {
            throw new JsonDataException("Expected a whole number, no other, at " + path, e);
        }
        throw new JsonDataException("Expected a whole number, not so long a one, at " + path);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable Long value) throws IOException {
        writer.value(Objects.requireNonNull(value, "value"));
    }
}
