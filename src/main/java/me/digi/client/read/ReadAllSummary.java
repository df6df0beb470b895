package me.digi.client.read;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import me.digi.client.internal.io.Copies;
import org.jspecify.annotations.Nullable;

/**
 * The result of {@code readAll}: every file that was listed is in one of its three lists.
 *
 * @param end why it ended
 * @param state how far the service had got with fetching; null if no list came
 * @param accounts the same for each account, by its id, with the errors of those whose data is not all there
 * @param files the files that were read
 * @param failures the files that failed, and why
 * @param unread the files that were not read, or not in their newest form: the reading was stopped, or is under way
 */
public record ReadAllSummary(
        End end,
        @Nullable SyncState state,
        Map<String, AccountSync> accounts,
        List<ReadFile> files,
        List<FailedFile> failures,
        List<FileEntry> unread) {
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
        /** The list of files could not be fetched any more. */
        LIST_FAILED
    }

    /** Copies the map and the lists. */
    public ReadAllSummary {
        Objects.requireNonNull(end, "end");
        accounts = Copies.of(accounts);
        files = List.copyOf(files);
        failures = List.copyOf(failures);
        unread = List.copyOf(unread);
    }

    /** Whether the user's data is all here: the service fetched all of it, and no file failed or was left out. */
    public boolean isComplete() {
        return end == End.SYNC_ENDED
                && SyncState.COMPLETED.equals(state)
                && accounts.values().stream().allMatch(account -> account.error() == null)
                && failures.isEmpty()
                && unread.isEmpty();
    }

    /** How many bytes of content the files have that were read. */
    public long bytes() {
        return files.stream().mapToLong(ReadFile::bytes).sum();
    }
}
