package me.digi.client.read;

import java.util.List;
import me.digi.client.internal.io.ValueStyle;
import org.immutables.value.Value;

/**
 * Conditions on the metadata of raw data. Each list that is not empty must contain a value of the file; an empty list
 * matches everything.
 */
@Value.Immutable
@ValueStyle
public abstract class CriteriaMetadata {
    CriteriaMetadata() {}

    public static Builder builder() {
        return new Builder();
    }

    /** The applications that pushed the file. */
    public abstract List<String> appIds();

    /** The accounts that the file belongs to. */
    public abstract List<CriteriaAccount> accounts();

    /** The contracts under which the file was pushed. */
    public abstract List<String> contractIds();

    public abstract List<String> mimeTypes();

    /** The references under which the file was pushed. */
    public abstract List<String> references();

    public abstract List<String> tags();

    /** Builds {@link CriteriaMetadata}. */
    public static final class Builder extends ImmutableCriteriaMetadata.Builder {
        Builder() {}
    }
}
