package me.digi.client.read;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A time range, open at one end, closed, or ending now. Times are cut to whole seconds, the resolution of the service.
 *
 * @param from the start; null if open
 * @param to the end; null if open
 * @param last a span that ends now; excludes {@code from} and {@code to}
 */
public record TimeRange(
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Last last) {
    /**
     * Creates a range with at least one bound.
     *
     * @throws IllegalArgumentException if no bound is set, {@code to} is before {@code from}, or {@code last} is set
     *     with another
     */
    public TimeRange {
        from = from == null ? null : from.truncatedTo(ChronoUnit.SECONDS);
        to = to == null ? null : to.truncatedTo(ChronoUnit.SECONDS);
        if (from == null && to == null && last == null) {
            throw new IllegalArgumentException("a time range must have from, to or last");
        }
        if (last != null && (from != null || to != null)) {
            throw new IllegalArgumentException(
                    "last cannot be combined with from or to: from " + from + ", to " + to + ", last " + last);
        }
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("to must not be before from: from " + from + ", to " + to);
        }
    }

    public static TimeRange since(Instant from) {
        return new TimeRange(Objects.requireNonNull(from, "from"), null, null);
    }

    public static TimeRange until(Instant to) {
        return new TimeRange(null, Objects.requireNonNull(to, "to"), null);
    }

    public static TimeRange between(Instant from, Instant to) {
        return new TimeRange(Objects.requireNonNull(from, "from"), Objects.requireNonNull(to, "to"), null);
    }

    /** Returns a span that ends when the data is read. */
    public static TimeRange last(Last last) {
        return new TimeRange(null, null, Objects.requireNonNull(last, "last"));
    }
}
