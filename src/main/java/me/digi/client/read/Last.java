package me.digi.client.read;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A time span that ends now, such as the last six months: {@code Last.months(6)}.
 *
 * @param value a number and a unit letter, such as {@code 6m}, as the service spells it
 */
public record Last(String value) {
    private static final Pattern PATTERN = Pattern.compile("[1-9][0-9]{0,8}[a-z]");

    /** Takes also units that have no method here. */
    public Last {
        Objects.requireNonNull(value, "value");
        if (!PATTERN.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "value must be a positive number and a unit letter, such as 6m: \"" + value + "\"");
        }
    }

    /** Returns the last {@code days} days. */
    public static Last days(int days) {
        return of(days, 'd');
    }

    /** Returns the last {@code weeks} weeks. */
    public static Last weeks(int weeks) {
        return of(weeks, 'w');
    }

    /** Returns the last {@code months} months. */
    public static Last months(int months) {
        return of(months, 'm');
    }

    /** Returns the last {@code years} years. */
    public static Last years(int years) {
        return of(years, 'y');
    }

    @Override
    public String toString() {
        return value;
    }

    private static Last of(int amount, char unit) {
        return new Last(Integer.toString(amount) + unit);
    }
}
