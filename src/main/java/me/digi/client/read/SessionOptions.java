package me.digi.client.read;

import java.time.Duration;
import java.util.List;
import me.digi.client.internal.io.Require;
import me.digi.client.internal.io.ValueStyle;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How much a session reads, and how hard the service tries to fetch new data for it first.
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
    SessionOptions() {}

    /** Options of which none is set until it is. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * How long the service may take to fetch new data from all sources, in whole seconds; without it, as long as that
     * takes. What is not there by then is reported as partial.
     */
    public abstract @Nullable Duration sourceFetchLimit();

    /** What of the user's data is read; without it, all that the contract allows. */
    public abstract @Nullable Scope scope();

    /** Whether the service fetches new data at all; it does unless this is {@code false}. */
    public abstract @Nullable Boolean sourceFetch();

    /** The ids of the accounts to fetch new data for; if empty, all within the scope. */
    public abstract List<String> sourceFetchFilter();

    @Value.Check
    void check() {
        Duration limit = sourceFetchLimit();
        if (limit != null && (limit.getSeconds() < 1 || limit.getNano() != 0)) {
            throw new IllegalArgumentException("sourceFetchLimit must be one or more whole seconds: " + limit);
        }
        sourceFetchFilter().forEach(id -> Require.text("sourceFetchFilter", id));
    }

    /** Builds {@link SessionOptions}. */
    public static final class Builder extends ImmutableSessionOptions.Builder {
        Builder() {}
    }
}
