package me.digi.client.read;

import java.time.Duration;
import me.digi.client.internal.io.Require;
import me.digi.client.internal.io.ValueStyle;
import org.immutables.value.Value;

/** What reading files may cost: bounds that are generous unless set. */
@Value.Immutable
@ValueStyle
public abstract class ReadOptions {
    private static final long LARGEST_ARRAY = Integer.MAX_VALUE - 8L;

    ReadOptions() {}

    /** The bounds that hold unless others are set. */
    public static ReadOptions defaults() {
        return builder().build();
    }

    /** A builder with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * How large a file's content may be, in bytes after decompression; 2 GiB unless set. A compressed file of some
     * kilobytes may hold gigabytes: without a bound it fills a disk.
     */
    @Value.Default
    public long maxContentBytes() {
        return 2L << 30;
    }

    /** How large the content of a file may be that is read into memory as a whole, in bytes; 64 MiB unless set. */
    @Value.Default
    public long maxBytesInMemory() {
        return 64L << 20;
    }

    /**
     * How often a file is asked for again that the service does not find; 5 times unless set. A file that has just been
     * listed may not be there for a moment.
     */
    @Value.Default
    public int notFoundRetries() {
        return 5;
    }

    /** The pause before it is asked for again, which grows by half each time; 750 milliseconds unless set. */
    @Value.Default
    public Duration notFoundDelay() {
        return Duration.ofMillis(750);
    }

    @Value.Check
    void check() {
        if (maxContentBytes() < 1) {
            throw new IllegalArgumentException("maxContentBytes must be 1 or more: " + maxContentBytes());
        }
        if (maxBytesInMemory() < 1 || maxBytesInMemory() > LARGEST_ARRAY) {
            throw new IllegalArgumentException(
                    "maxBytesInMemory must be from 1 to " + LARGEST_ARRAY + ": " + maxBytesInMemory());
        }
        if (notFoundRetries() < 0 || notFoundRetries() > 100) {
            throw new IllegalArgumentException("notFoundRetries must be from 0 to 100: " + notFoundRetries());
        }
        Require.timeout("notFoundDelay", notFoundDelay());
    }

    /** Builds {@link ReadOptions}. */
    public static final class Builder extends ImmutableReadOptions.Builder {
        Builder() {}
    }
}
