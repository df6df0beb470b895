package me.digi.client.read;

import java.time.Duration;
import me.digi.client.internal.io.Require;
import me.digi.client.internal.io.ValueStyle;
import org.immutables.value.Value;

/** Limits and retries for reading files. */
@Value.Immutable
@ValueStyle
public abstract class ReadOptions {
    private static final long LARGEST_ARRAY = Integer.MAX_VALUE - 8L;

    ReadOptions() {}

    public static ReadOptions defaults() {
        return builder().build();
    }

    public static Builder builder() {
        return new Builder();
    }

    /**
     * The largest content of a file, in bytes after decompression: a few compressed kilobytes can expand to gigabytes.
     * Default: 2 GiB.
     */
    @Value.Default
    public long maxContentBytes() {
        return 2L << 30;
    }

    /** The largest content that is read into memory as a whole, in bytes. Default: 64 MiB. */
    @Value.Default
    public long maxBytesInMemory() {
        return 64L << 20;
    }

    /**
     * How many times a file that is not found is requested again, since a file may be missing for a moment after it is
     * listed. Default: 5.
     */
    @Value.Default
    public int notFoundRetries() {
        return 5;
    }

    /** The pause before the first such retry; it grows by half each time. Default: 750 milliseconds. */
    @Value.Default
    public Duration notFoundDelay() {
        return Duration.ofMillis(750);
    }

    @Value.Check
    void check() {
        Require.range("maxContentBytes", maxContentBytes(), 1, Long.MAX_VALUE);
        Require.range("maxBytesInMemory", maxBytesInMemory(), 1, LARGEST_ARRAY);
        Require.range("notFoundRetries", notFoundRetries(), 0, 100);
        Require.timeout("notFoundDelay", notFoundDelay());
    }

    /** Builds {@link ReadOptions}. */
    public static final class Builder extends ImmutableReadOptions.Builder {
        Builder() {}
    }
}
