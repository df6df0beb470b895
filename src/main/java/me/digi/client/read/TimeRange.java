package me.digi.client.read;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time: since an instant, until one, between two, or a span that ends now. The service counts in whole
 * seconds: a fraction of a second is cut off.
 *
 * @param from where it begins, if it has a beginning
 * @param to where it ends, if it has an end
 * @param last the span that ends now, which goes with neither of the others
 */
public record TimeRange(
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Last last) {
    /** Rejects a range without any bound, one that ends before it begins, and {@code last} beside another bound. */
    public TimeRange {
        from = from == null ? null : from.truncatedTo(ChronoUnit.SECONDS);
        to = to == null ? null : to.truncatedTo(ChronoUnit.SECONDS);
        if (from == null && to == null && last == null) {
            throw new IllegalArgumentException("a time range must have one of from, to and last");
        }
        if (last != null && (from != null || to != null)) {
            throw new IllegalArgumentException("last must be alone: from " + from + ", to " + to + ", last " + last);
        }
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("to must not be before from: from " + from + ", to " + to);
        }
    }

    /** From then on. */
    public static TimeRange since(Instant from) {
        return new TimeRange(Objects.requireNonNull(from, "from"), null, null);
    }

    /** Up to then. */
    public static TimeRange until(Instant to) {
        return new TimeRange(null, Objects.requireNonNull(to, "to"), null);
    }

    /** From one instant up to the other. */
    public static TimeRange between(Instant from, Instant to) {
        return new TimeRange(Objects.requireNonNull(from, "from"), Objects.requireNonNull(to, "to"), null);
    }

    /** A span that ends whenever the data is read. */
    public static TimeRange last(Last last) {
        return new TimeRange(null, null, Objects.requireNonNull(last, "last"));
    }
}
