package me.digi.client.internal.io;

import java.math.BigDecimal;

/** Reads whole numbers exactly; a double cannot represent nanosecond timestamps or large ids. */
final class JsonNumbers {
    /** Larger numbers stay decimal: expanding {@code 1e999999999} would exhaust the memory. */
    private static final int MAX_WHOLE_DIGITS = 40;

    /** Parsing takes quadratic time. */
    private static final int MAX_LENGTH = 1000;

    private JsonNumbers() {}

    /** Returns a {@link Long} or {@link java.math.BigInteger} for a whole number, else a {@link BigDecimal}. */
    static Number parse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new JsonException("a number of more than " + MAX_LENGTH + " characters");
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
        if (wholeDigits > MAX_WHOLE_DIGITS) {
            // Before stripping zeros, which would overflow the exponent of 1000e2147483647.
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
