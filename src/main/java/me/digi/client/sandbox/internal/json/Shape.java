package me.digi.client.sandbox.internal.json;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The required form of a JSON value. */
@FunctionalInterface
public interface Shape {
    /**
     * Checks the value at the path, but not for unknown members.
     *
     * @throws ShapeException if the value does not match; it names the path, and never shows the value
     */
    void checkValue(String path, @Nullable Object value);

    /**
     * Checks a value that {@link #checkValue} accepts for unknown members.
     *
     * @throws ShapeException if there is one
     */
    default void checkNames(String path, @Nullable Object value) {}

    /** Checks both. */
    default void check(String path, @Nullable Object value) {
        checkValue(path, value);
        checkNames(path, value);
    }

    /** A string of at least one character. */
    static Shape text() {
        return (path, value) -> {
            if (expect(String.class, "a string", path, value).isEmpty()) {
                throw new ShapeException(path, "is empty");
            }
        };
    }

    /** A string, which may be empty. */
    static Shape anyText() {
        return (path, value) -> expect(String.class, "a string", path, value);
    }

    /** A string that matches the pattern; {@code what} completes "must be …". */
    static Shape text(String regex, String what) {
        Pattern pattern = Pattern.compile(regex);
        return (path, value) -> {
            String text = expect(String.class, "a string", path, value);
            if (!pattern.matcher(text).matches()) {
                throw new ShapeException(path, "be " + what, "a string of " + text.length());
            }
        };
    }

    /** One of these strings. */
    static Shape oneOf(String... values) {
        List<String> allowed = List.of(values);
        return (path, value) -> {
            if (!allowed.contains(expect(String.class, "a string", path, value))) {
                throw new ShapeException(path, "be " + String.join(" or ", allowed), "another string");
            }
        };
    }

    /** A whole number within the bounds, written without fraction or exponent. */
    static Shape wholeNumber(long min, long max) {
        return (path, value) -> {
            long number = expect(Long.class, "a whole number", path, value);
            if (number < min || number > max) {
                throw new ShapeException(path, "lie between " + min + " and " + max, String.valueOf(number));
            }
        };
    }

    /** {@code true} or {@code false}. */
    static Shape bool() {
        return (path, value) -> expect(Boolean.class, "true or false", path, value);
    }

    /** An array with items of this shape. */
    static Shape arrayOf(Shape item) {
        return new ArrayShape(item);
    }

    /** An object with any members. */
    static Shape anyObject() {
        return (path, value) -> expect(Map.class, "an object", path, value);
    }

    static <T> T expect(Class<T> type, String what, String path, @Nullable Object value) {
        if (!type.isInstance(value)) {
            throw new ShapeException(path, "be " + what, nameOf(value));
        }
        return type.cast(value);
    }

    private static String nameOf(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof Map) {
            return "an object";
        }
        if (value instanceof List) {
            return "an array";
        }
        if (value instanceof Number) {
            return "the number " + value;
        }
        return value instanceof String ? "a string" : "a boolean";
    }
}
