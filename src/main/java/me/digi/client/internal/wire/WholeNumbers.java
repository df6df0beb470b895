package me.digi.client.internal.wire;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whole numbers, exactly: {@code 1.7e9} is accepted; {@code 1.5} and numbers out of range are rejected. */
final class WholeNumbers extends ValueAdapter<Long> {
    /** No plausible long is written with more characters. */
    private static final int MAX_LENGTH = 100;

    /** Any number of so many digits is a long. */
    private static final int MAX_SHORT = 18;

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?");

    WholeNumbers(@Nullable Long absent) {
        super(absent);
    }

    @Override
    public Long fromJson(JsonReader reader) throws IOException {
        Values.expect(reader, JsonReader.Token.NUMBER, "a whole number");
        String path = reader.getPath();
        String text = reader.nextString();
        if (text.length() > MAX_LENGTH) {
            throw new JsonDataException("Expected a shorter number at " + path);
        }
        Long number = parsed(text);
        if (number == null) {
            throw new JsonDataException("Expected a whole number at " + path);
        }
        return number;
    }

    /** Accepts numbers written as text. */
    @Override
    @Nullable
    Long read(JsonReader reader, String name, Problems problems) throws IOException {
        String problem = name + " is not a whole number";
        boolean isNumber = reader.peek() == JsonReader.Token.NUMBER;
        if (!isNumber && !isNext(JsonReader.Token.STRING, reader, problem, problems)) {
            return null;
        }
        String text = reader.nextString();
        Long number = isPlausible(text) ? parsed(text) : null;
        if (number == null || !isNumber) {
            problems.add(problem);
        }
        return number;
    }

    private static boolean isPlausible(String text) {
        return isShort(text)
                || (text.length() <= MAX_LENGTH && NUMBER.matcher(text).matches());
    }

    /** Nearly all numbers are: a list of files has thousands. */
    private static boolean isShort(String text) {
        int end = text.length();
        for (int i = 0; i < end; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return end > 0 && end <= MAX_SHORT;
    }

    private static @Nullable Long parsed(String text) {
        try {
            return isShort(text) ? Long.parseLong(text) : new BigDecimal(text).longValueExact();
        } catch (NumberFormatException | ArithmeticException notWhole) {
            return null;
        }
    }
}
