package me.digi.client.spring;

import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A property is missing or invalid. The message names it, and shows no secret. */
final class InvalidPropertyException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final Pattern FIELD = Pattern.compile("[a-z]+([A-Z][a-z]*)*");

    InvalidPropertyException(String message) {
        super(message);
    }

    /** The value without the white space around it, which files of properties keep at the end of a line. */
    static String required(String property, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new InvalidPropertyException(property + " is not set");
        }
        return value.strip();
    }

    /** Names the property whose value a builder of the client rejects: its message begins with the field's name. */
    static <T> T field(String prefix, Supplier<T> builder) {
        try {
            return builder.get();
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            Matcher field = FIELD.matcher(message);
            String name = field.lookingAt() ? field.group() : "";
            String property = prefix + '.' + name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
            throw new InvalidPropertyException(property + message.substring(name.length()));
        }
    }
}
