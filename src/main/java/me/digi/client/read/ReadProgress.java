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

    /** A builder that needs the numbers; for tests of applications. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * How many files the list has named so far. It grows as digi.me fetches more; it is the number of all files once
     * {@link #areAllFilesKnown()}.
     */
    public abstract int filesKnown();

    /**
     * How many of them were read. A file that changes and is read again counts once, and goes on counting meanwhile, unless
     * its new content cannot be read: then it is one that failed.
     */
    public abstract int filesDone();

    /** How many of them could not be read. */
    public abstract int filesFailed();

    /** How many bytes of content have arrived, also of files that are still being read or were read in vain. */
    public abstract long bytes();

    /** How far the service has got with fetching; null before the first list. */
    public abstract @Nullable SyncState state();

    /** The same for each account, by its id. */
    public abstract Map<String, AccountSync> accounts();

    /** Why the reading ended: {@link ReadAllSummary.End#RUNNING} in every event but the last one. */
    @Value.Default
    public ReadAllSummary.End end() {
        return ReadAllSummary.End.RUNNING;
    }

    /** Whether the list can name no more files: digi.me has fetched what it could. */
    public boolean areAllFilesKnown() {
        SyncState reached = state();
        return reached != null && reached.isEnd();
    }

    /** Builds {@link ReadProgress}. */
    public static final class Builder extends ImmutableReadProgress.Builder {
        Builder() {}
    }
}
