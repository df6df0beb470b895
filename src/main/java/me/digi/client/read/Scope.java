package me.digi.client.read;

import java.util.List;
import me.digi.client.internal.io.ValueStyle;
import org.immutables.value.Value;

/** Which part of a user's data is read: of what time, of what kinds, and for raw data, what its metadata must say. */
@Value.Immutable
@ValueStyle
public abstract class Scope {
    Scope() {}

    /** A scope without bounds until they are set. */
    public static Builder builder() {
        return new Builder();
    }

    /** The times that mapped data is read from; if empty, all that the contract allows. */
    public abstract List<TimeRange> timeRanges();

    /** The kinds of mapped data that are read; if empty, all that the contract allows. */
    public abstract List<ServiceGroup> serviceGroups();

    /** What raw data, such as pushed files, must match to be read; if empty, nothing. */
    public abstract List<Criteria> criteria();

    /** Builds a {@link Scope}. */
    public static final class Builder extends ImmutableScope.Builder {
        Builder() {}
    }
}
