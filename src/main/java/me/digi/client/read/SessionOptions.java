package me.digi.client.read;

import java.time.Duration;
import java.util.List;
import me.digi.client.internal.io.Require;
import me.digi.client.internal.io.ValueStyle;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a session reads, and how long the service may fetch new data first.
 *
 * <pre>{@code
 * SessionOptions lastHalfYear = SessionOptions.builder()
 *         .scope(Scope.builder().addTimeRanges(TimeRange.last(Last.months(6))).build())
 *         .sourceFetchLimit(Duration.ofMinutes(2))
 *         .build();
 * }</pre>
 */
@Value.Immutable
@ValueStyle
public abstract class SessionOptions {
    private static final Duration MAX_FETCH = Duration.ofDays(365);

    SessionOptions() {}

    public static Builder builder() {
        return new Builder();
    }

    /**
     * How long the service may fetch new data from all sources, in whole seconds, at most 365 days; what is missing
     * by then is reported as {@link SyncState#PARTIAL}. Default: unlimited.
     */
    public abstract @Nullable Duration sourceFetchLimit();

    /** Default: all that the contract allows. */
    public abstract @Nullable Scope scope();

    /** Whether the service fetches new data. Default: true. */
    public abstract @Nullable Boolean sourceFetch();

    /** The ids of the accounts to fetch new data for. Default: all within the scope. */
    public abstract List<String> sourceFetchFilter();

    @Value.Check
    void check() {
        Duration limit = sourceFetchLimit();
        if (limit != null && (limit.getSeconds() < 1 || limit.getNano() != 0 || limit.compareTo(MAX_FETCH) > 0)) {
            throw new IllegalArgumentException(
                    "sourceFetchLimit must be a whole number of seconds, from 1 second to 365 days: " + limit);
        }
        sourceFetchFilter().forEach(id -> Require.text("sourceFetchFilter", id));
    }

    /** Builds {@link SessionOptions}. */
    public static final class Builder extends ImmutableSessionOptions.Builder {
        Builder() {}
    }
}
