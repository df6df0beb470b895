package me.digi.client.read;

import java.util.Map;
import me.digi.client.internal.values.ValueStyle;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** How far {@code readAll} has got. */
@Value.Immutable
@ValueStyle
public abstract class ReadProgress {
    ReadProgress() {}

    /** A builder that wants the numbers; applications need it in tests alone. */
    public static Builder builder() {
        return new Builder();
    }

    /** How many files the list has named so far. */
    public abstract int filesKnown();

    /** How many of them are read; one that has changed since does not count until it is read again. */
    public abstract int filesDone();

    /** How many of them could not be read. */
    public abstract int filesFailed();

    /** How many bytes of content have been read, also of files that were read in vain. */
    public abstract long bytes();

    /** How far the service has got with fetching; null before the first list. */
    public abstract @Nullable SyncState state();

    /** The same for each account, by its id. */
    public abstract Map<String, AccountSync> accounts();

    /** Builds {@link ReadProgress}. */
    public static final class Builder extends ImmutableReadProgress.Builder {
        Builder() {}
    }
}
