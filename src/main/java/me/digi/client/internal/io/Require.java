package me.digi.client.internal.io;

import java.time.Duration;
import java.util.Objects;

/** Checks that value types share, so that all reject alike: the message names the field and shows what is no secret. */
public final class Require {
    private Require() {}

    /** Rejects a text that is empty, blank or framed by white space, and shows it. */
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

    /** Rejects a text that cannot be a part of a path, and shows it. */
    public static String segment(String field, String value) {
        text(field, value);
        if (value.equals(".") || value.equals("..")) {
            throw new IllegalArgumentException(field + " must not lead to another place: \"" + value + "\"");
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    field + " must have no control characters: \"" + OneLine.of(value) + "\"");
        }
        return value;
    }

    /** Whether a text from outside is one part of a path as it is, and leads nowhere else, encoded or not. */
    public static boolean isSegment(String value) {
        return !WhiteSpace.isBlank(value)
                && value.equals(WhiteSpace.strip(value))
                && !value.equals(".")
                && !value.equals("..")
                && value.chars().noneMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c));
    }

    /** Rejects a secret that is empty or blank, and never shows it. */
    public static String secret(String field, String value) {
        Objects.requireNonNull(value, field);
        if (WhiteSpace.isBlank(value)) {
            throw new IllegalArgumentException(field + " must not be blank");
        }
        return value;
    }

    /** Rejects an id that is not from 1 up, and shows it. */
    public static long id(String field, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(field + " must be 1 or more: " + value);
        }
        return value;
    }

    /** Rejects a timeout that is not from a millisecond to a day, and shows it. */
    public static Duration timeout(String field, Duration value) {
        Objects.requireNonNull(value, field);
        if (value.compareTo(Duration.ofMillis(1)) < 0 || value.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException(field + " must be from a millisecond to a day: " + value);
        }
        return value;
    }
}
