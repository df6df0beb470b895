package me.digi.client.internal.io;

import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;

/** Argument checks. Messages name the field, and show the value unless it is a secret. */
public final class Require {
    private Require() {}

    /** Rejects blank text and surrounding white space. */
    public static String text(String field, String value) {
        Objects.requireNonNull(value, field);
        if (WhiteSpace.isBlank(value)) {
            throw new IllegalArgumentException(field + " must not be blank: \"" + OneLine.of(value) + "\"");
        }
        if (!value.equals(WhiteSpace.strip(value))) {
            throw new IllegalArgumentException(
                    field + " must not begin or end with white space: \"" + OneLine.of(value) + "\"");
        }
        return value;
    }

    /** Rejects what cannot be one path segment. */
    public static String segment(String field, String value) {
        text(field, value);
        if (isDots(value)) {
            throw new IllegalArgumentException(field + " must not be \".\" or \"..\": \"" + value + "\"");
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    field + " must not contain control characters: \"" + OneLine.of(value) + "\"");
        }
        return value;
    }

    /** Whether the text would change the path that it becomes a segment of, even encoded. */
    public static boolean isDots(String value) {
        return value.equals(".") || value.equals("..");
    }

    /** Whether foreign text is one path segment, encoded or not. */
    public static boolean isSegment(String value) {
        return !WhiteSpace.isBlank(value)
                && value.equals(WhiteSpace.strip(value))
                && !isDots(value)
                && value.chars().noneMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c));
    }

    /** Rejects a header's value with anything but printable ASCII, before OkHttp does, whose exception quotes it. */
    public static String header(String field, String value) {
        text(field, value);
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c <= ' ' || c > '~') {
                throw new IllegalArgumentException(field + " must be printable ASCII without spaces, found U+"
                        + String.format(Locale.ROOT, "%04X", (int) c));
            }
        }
        return value;
    }

    /** Rejects blank secrets without showing them. */
    public static String secret(String field, String value) {
        Objects.requireNonNull(value, field);
        if (WhiteSpace.isBlank(value)) {
            throw new IllegalArgumentException(field + " must not be blank");
        }
        return value;
    }

    public static void texts(String field, Collection<String> values) {
        values.forEach(value -> text(field, value));
    }

    public static void ids(String field, Collection<Long> values) {
        values.forEach(value -> id(field, value));
    }

    public static long id(String field, long value) {
        return range(field, value, 1, Long.MAX_VALUE);
    }

    /** Rejects numbers out of range, which ends with {@link Long#MAX_VALUE} if it has no end. */
    public static long range(String field, long value, long least, long most) {
        if (value < least || value > most) {
            String range = most == Long.MAX_VALUE ? least + " or more" : "from " + least + " to " + most;
            throw new IllegalArgumentException(field + " must be " + range + ": " + value);
        }
        return value;
    }

    public static Duration timeout(String field, Duration value) {
        Objects.requireNonNull(value, field);
        if (value.compareTo(Duration.ofMillis(1)) < 0 || value.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException(field + " must be between 1 ms and 1 day: " + value);
        }
        return value;
    }
}
