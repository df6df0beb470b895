package me.digi.client.internal.io;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Interprets a number as a time in seconds since 1970 or, where that makes no sense, in milliseconds. */
public final class EpochTime {
    private static final int MILLISECONDS = 3;

    private EpochTime() {}

    /**
     * The time in whole seconds; null if neither interpretation is in range.
     *
     * @param earliest the earliest plausible time
     * @param latest the latest plausible time
     */
    public static @Nullable Instant between(Instant earliest, @Nullable BigDecimal number, Instant latest) {
        if (number == null) {
            return null;
        }
        Instant seconds = between(earliest, number, 0, latest);
        return seconds != null ? seconds : between(earliest, number, MILLISECONDS, latest);
    }

    private static @Nullable Instant between(Instant earliest, BigDecimal number, int scale, Instant latest) {
        BigDecimal seconds = number.movePointLeft(scale).setScale(0, RoundingMode.FLOOR);
        boolean isSensible = seconds.compareTo(BigDecimal.valueOf(earliest.getEpochSecond())) >= 0
                && seconds.compareTo(BigDecimal.valueOf(latest.getEpochSecond())) <= 0;
        return isSensible ? Instant.ofEpochSecond(seconds.longValueExact()) : null;
    }
}
