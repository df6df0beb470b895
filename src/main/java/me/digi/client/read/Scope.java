package me.digi.client.read;

import java.util.List;
import me.digi.client.internal.io.ValueStyle;
import org.immutables.value.Value;

/** Limits which part of a user's data is read. */
@Value.Immutable
@ValueStyle
public abstract class Scope {
    Scope() {}

    public static Builder builder() {
        return new Builder();
    }

    /** Time ranges of mapped data. Default: all that the contract allows. */
    public abstract List<TimeRange> timeRanges();

    /** Service groups of mapped data. Default: all that the contract allows. */
    public abstract List<ServiceGroup> serviceGroups();

    /** Conditions on raw data, such as pushed files. If empty, no raw data is read. */
    public abstract List<Criteria> criteria();

    /** Builds a {@link Scope}. */
    public static final class Builder extends ImmutableScope.Builder {
        Builder() {}
    }
}
