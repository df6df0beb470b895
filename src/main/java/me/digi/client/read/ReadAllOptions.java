package me.digi.client.read;

import java.time.Duration;
import me.digi.client.internal.io.Require;
import me.digi.client.internal.io.ValueStyle;
import org.immutables.value.Value;

/**
 * How {@code readAll} goes about it. The bounds on waiting are those of the official iOS SDK; they bound the wait for the
 * service to fetch the data, and not the reading of files that are there.
 */
@Value.Immutable
@ValueStyle
public abstract class ReadAllOptions {
    ReadAllOptions() {}

    /** What holds unless it is set otherwise. */
    public static ReadAllOptions defaults() {
        return builder().build();
    }

    /** A builder with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** How many files are read at once; 4 unless set. */
    @Value.Default
    public int parallelism() {
        return 4;
    }

    /** The pause before the list is asked for again; 3 seconds unless set. */
    @Value.Default
    public Duration pollInterval() {
        return Duration.ofSeconds(3);
    }

    /** How often digi.me may say that it has not begun, before the reading gives up; 20 times unless set. */
    @Value.Default
    public int maxPendingPolls() {
        return 20;
    }

    /** How long to wait for the service to fetch all data; 5 minutes unless set. */
    @Value.Default
    public Duration maxWait() {
        return Duration.ofMinutes(5);
    }

    /** How often a file is read at most whose content breaks off on the way; 3 times unless set. */
    @Value.Default
    public int attempts() {
        return 3;
    }

    @Value.Check
    void check() {
        range("parallelism", parallelism(), 256);
        range("maxPendingPolls", maxPendingPolls(), Integer.MAX_VALUE);
        range("attempts", attempts(), 100);
        Require.timeout("pollInterval", pollInterval());
        if (maxWait().isNegative() || maxWait().isZero()) {
            throw new IllegalArgumentException("maxWait must be more than nothing: " + maxWait());
        }
    }

    private static void range(String field, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(field + " must be from 1 to " + most + ": " + value);
        }
    }

    /** Builds {@link ReadAllOptions}. */
    public static final class Builder extends ImmutableReadAllOptions.Builder {
        Builder() {}
    }
}
