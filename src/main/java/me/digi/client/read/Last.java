package me.digi.client.read;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A span of time that ends now, such as the last six months: {@code Last.months(6)}.
 *
 * @param value as the service spells it: a number and the letter of its unit, such as {@code 6m}
 */
public record Last(String value) {
    private static final Pattern PATTERN = Pattern.compile("[1-9][0-9]{0,8}[a-z]");

    /** A span in the service's spelling, also in a unit that has no method here. */
    public Last {
        Objects.requireNonNull(value, "value");
        if (!PATTERN.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "value must be a number from 1 and the letter of a unit: \"" + value + "\"");
        }
    }

    /** The last days, this many of them. */
    public static Last days(int days) {
        return of(days, 'd');
    }

    /** The last weeks, this many of them. */
    public static Last weeks(int weeks) {
        return of(weeks, 'w');
    }

    /** The last months, this many of them. */
    public static Last months(int months) {
        return of(months, 'm');
    }

    /** The last years, this many of them. */
    public static Last years(int years) {
        return of(years, 'y');
    }

    /** The span as the service spells it. */
    @Override
    public String toString() {
        return value;
    }

    private static Last of(int amount, char unit) {
        return new Last(Integer.toString(amount) + unit);
    }
}
