package me.digi.client.read;

import java.time.Duration;
import me.digi.client.internal.io.Require;
import me.digi.client.internal.io.ValueStyle;
import org.immutables.value.Value;

/**
 * Options of {@code readAll}. The default waits add up to those of the official iOS SDK; they limit waiting for the
 * service to fetch data, not reading the files.
 */
@Value.Immutable
@ValueStyle
public abstract class ReadAllOptions {
    ReadAllOptions() {}

    public static ReadAllOptions defaults() {
        return builder().build();
    }

    public static Builder builder() {
        return new Builder();
    }

    /**
     * How many files are read at once at most. While the service or the network cannot keep up, fewer are. Default: 4.
     */
    @Value.Default
    public int parallelism() {
        return 4;
    }

    /**
     * The longest pause before the list is requested again; the first is half a second, and each is half as long again
     * as the one before. Default: 3 seconds.
     */
    @Value.Default
    public Duration pollInterval() {
        return Duration.ofSeconds(3);
    }

    /** How many lists may report {@link SyncState#PENDING} before reading stops. Default: 23. */
    @Value.Default
    public int maxPendingPolls() {
        return 23;
    }

    /** How long to wait for the service to fetch all data. Default: 5 minutes. */
    @Value.Default
    public Duration maxWait() {
        return Duration.ofMinutes(5);
    }

    /** How many times a file is read at most if its download breaks off. Default: 3. */
    @Value.Default
    public int attempts() {
        return 3;
    }

    @Value.Check
    void check() {
        Require.range("parallelism", parallelism(), 1, 256);
        Require.range("maxPendingPolls", maxPendingPolls(), 1, Long.MAX_VALUE);
        Require.range("attempts", attempts(), 1, 100);
        Require.timeout("pollInterval", pollInterval());
        if (maxWait().isNegative() || maxWait().isZero()) {
            throw new IllegalArgumentException("maxWait must be positive: " + maxWait());
        }
    }

    /** Builds {@link ReadAllOptions}. */
    public static final class Builder extends ImmutableReadAllOptions.Builder {
        Builder() {}
    }
}
