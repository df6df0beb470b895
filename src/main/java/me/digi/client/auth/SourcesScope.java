package me.digi.client.auth;

import java.util.List;
import me.digi.client.internal.io.ValueStyle;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** Narrows the sources offered to a user. */
@Value.Immutable
@ValueStyle
public abstract class SourcesScope {
    SourcesScope() {}

    /** A builder that excludes nothing by default. */
    public static Builder builder() {
        return new Builder();
    }

    /** Sources must hold one of these; empty means any. */
    public abstract List<DataType> dataTypes();

    /** Who must run a source; null means anyone. */
    public abstract @Nullable OrganizationType organizationType();

    /** Builds a {@link SourcesScope}. */
    public static final class Builder extends ImmutableSourcesScope.Builder {
        Builder() {}
    }
}
