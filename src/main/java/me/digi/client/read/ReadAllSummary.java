package me.digi.client.read;

import java.util.List;
import java.util.Map;
import me.digi.client.internal.values.ValueStyle;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** What came of {@code readAll}: every file that was listed is in one of its three lists. */
@Value.Immutable
@ValueStyle
public abstract class ReadAllSummary {
    ReadAllSummary() {}

    /** Why a reading of all files ended. */
    public enum End {
        /** It has not: the summary is of a reading under way. */
        RUNNING,
        /** The service has fetched what it could, and each file was read or has failed. */
        SYNC_ENDED,
        /** The service had still not begun after {@link ReadAllOptions#maxPendingPolls()} lists. */
        STILL_PENDING,
        /** The service was not done within {@link ReadAllOptions#maxWait()}. */
        TIMED_OUT,
        /** It was stopped. */
        STOPPED,
        /** The list of files could no longer be had. */
        LIST_FAILED
    }

    /** A builder that wants an end; applications need it in tests alone. */
    public static Builder builder() {
        return new Builder();
    }

    /** Why it ended. */
    public abstract End end();

    /** How far the service had got with fetching; null if no list came. */
    public abstract @Nullable SyncState state();

    /** The same for each account, by its id, with the errors of those whose data is not all there. */
    public abstract Map<String, AccountSync> accounts();

    /** The files that were read. */
    public abstract List<ReadFile> files();

    /** The files that failed, and why. */
    public abstract List<FailedFile> failures();

    /** The files that were not read, or not in their newest form: the reading was stopped, or is under way. */
    public abstract List<FileEntry> unread();

    /** Whether the user's data is all here: the service fetched all of it, and no file failed or was left out. */
    public boolean isComplete() {
        return end() == End.SYNC_ENDED
                && SyncState.COMPLETED.equals(state())
                && accounts().values().stream().allMatch(account -> account.error() == null)
                && failures().isEmpty()
                && unread().isEmpty();
    }

    /** How many bytes of content the files have that were read. */
    public long bytes() {
        return files().stream().mapToLong(ReadFile::bytes).sum();
    }

    /** Builds a {@link ReadAllSummary}. */
    public static final class Builder extends ImmutableReadAllSummary.Builder {
        Builder() {}
    }
}
