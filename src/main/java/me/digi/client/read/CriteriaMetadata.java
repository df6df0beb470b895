package me.digi.client.read;

import java.util.List;
import me.digi.client.internal.io.ValueStyle;
import org.immutables.value.Value;

/** What the metadata of raw data must say: for each part that is set, one of the values in it. */
@Value.Immutable
@ValueStyle
public abstract class CriteriaMetadata {
    CriteriaMetadata() {}

    /** Criteria of which none is set until it is. */
    public static Builder builder() {
        return new Builder();
    }

    /** Which application pushed it. */
    public abstract List<String> appIds();

    /** Which account it is of. */
    public abstract List<CriteriaAccount> accounts();

    /** Under which contract it was pushed. */
    public abstract List<String> contractIds();

    /** Of which media type it is. */
    public abstract List<String> mimeTypes();

    /** Under which reference it was pushed. */
    public abstract List<String> references();

    /** Which tags it has. */
    public abstract List<String> tags();

    /** Builds {@link CriteriaMetadata}. */
    public static final class Builder extends ImmutableCriteriaMetadata.Builder {
        Builder() {}
    }
}
