package me.digi.client.read;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import me.digi.client.internal.io.Collecting;
import org.jspecify.annotations.Nullable;

/**
 * The result of {@code readAll}. Every listed file is in {@code files}, {@code failures} or {@code unread}.
 *
 * @param state how far the service has fetched the data; null if no list arrived
 * @param accounts the state and errors of each account, by id
 * @param files the files that were read
 * @param failures the files that failed, and why
 * @param unread the files whose newest version was not read because reading was stopped or is still running
 */
public record ReadAllSummary(
        End end,
        @Nullable SyncState state,
        Map<String, AccountSync> accounts,
        List<ReadFile> files,
        List<FailedFile> failures,
        List<FileEntry> unread) {
    /** Why {@code readAll} ended. */
    public enum End {
        /** Still running. */
        RUNNING,
        /** The service has fetched what it could, and each file was read or failed. */
        SYNC_ENDED,
        /** The service was still {@link SyncState#PENDING} after {@link ReadAllOptions#maxPendingPolls()} lists. */
        STILL_PENDING,
        /** The service did not finish within {@link ReadAllOptions#maxWait()}. */
        TIMED_OUT,
        /** Reading was stopped. */
        STOPPED,
        /** The list of files could no longer be fetched. */
        LIST_FAILED
    }

    public ReadAllSummary {
        Objects.requireNonNull(end, "end");
        accounts = Collecting.copyOf(accounts);
        files = List.copyOf(files);
        failures = List.copyOf(failures);
        unread = List.copyOf(unread);
    }

    /** Whether all of the user's data was read: the service fetched all of it, and no file failed or is unread. */
    public boolean isComplete() {
        return end == End.SYNC_ENDED
                && SyncState.COMPLETED.equals(state)
                && accounts.values().stream().allMatch(account -> account.error() == null)
                && failures.isEmpty()
                && unread.isEmpty();
    }

    /** The total content size of {@code files}, in bytes. */
    public long bytes() {
        return files.stream().mapToLong(ReadFile::bytes).sum();
    }
}
