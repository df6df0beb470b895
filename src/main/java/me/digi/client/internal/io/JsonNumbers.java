package me.digi.client.internal.io;

import java.math.BigDecimal;

/** Keeps whole numbers whole: a double has no room for a timestamp in nanoseconds or for a large id. */
final class JsonNumbers {
    /** Past this many digits a number stays a decimal: writing {@code 1e999999999} out would exhaust the memory. */
    private static final int MOST_WHOLE_DIGITS = 40;

    /** A longer number is rejected: the time that it takes to read grows with the square of its length. */
    private static final int LONGEST = 1000;

    private JsonNumbers() {}

    /** A {@link Long} or {@link java.math.BigInteger} for a whole number, a {@link BigDecimal} for any other. */
    static Number parse(String text) {
        if (text.length() > LONGEST) {
            throw new JsonException("a number of more than " + LONGEST + " characters");
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notALong) {
            return parseDecimal(new BigDecimal(text));
        }
    }

    private static Number parseDecimal(BigDecimal number) {
        if (number.signum() == 0) {
            return 0L;
        }
        long wholeDigits = (long) number.precision() - number.scale();
        if (wholeDigits > MOST_WHOLE_DIGITS) {
            // Not without its zeros: the exponent of 1000e2147483647 would overflow.
            return number;
        }
        BigDecimal shortest = number.stripTrailingZeros();
        if (shortest.scale() > 0) {
            return number;
        }
        return shortest.toBigIntegerExact().bitLength() < Long.SIZE
                ? shortest.longValueExact()
                : shortest.toBigIntegerExact();
    }
}
