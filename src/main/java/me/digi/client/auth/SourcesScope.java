package me.digi.client.auth;

import java.util.List;
import me.digi.client.internal.io.ValueStyle;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** Narrows down the sources that a user can choose from, by what they hold and who runs them. */
@Value.Immutable
@ValueStyle
public abstract class SourcesScope {
    SourcesScope() {}

    /** A scope that excludes nothing until it is told to. */
    public static Builder builder() {
        return new Builder();
    }

    /** What a source must hold, one of these; if empty, anything. */
    public abstract List<DataType> dataTypes();

    /** Who must run a source; without it, anyone. */
    public abstract @Nullable OrganizationType organizationType();

    /** Builds a {@link SourcesScope}. */
    public static final class Builder extends ImmutableSourcesScope.Builder {
        Builder() {}
    }
}
