package me.digi.client.read;

import java.util.Map;
import java.util.Objects;
import me.digi.client.internal.io.Collecting;
import org.jspecify.annotations.Nullable;

/**
 * The progress of {@code readAll}.
 *
 * @param filesKnown files listed so far; final once {@link #areAllFilesKnown()}
 * @param filesDone files read. A file that changed counts once, also while it is read again; if that fails, it counts
 *     as failed
 * @param filesFailed files that could not be read
 * @param bytes content bytes received, including those of unfinished and failed files
 * @param state how far the service has fetched the data; null before the first list
 * @param accounts the state of each account, by id
 * @param end {@link ReadAllSummary.End#RUNNING} in all but the last event
 */
public record ReadProgress(
        int filesKnown,
        int filesDone,
        int filesFailed,
        long bytes,
        @Nullable SyncState state,
        Map<String, AccountSync> accounts,
        ReadAllSummary.End end) {
    public ReadProgress {
        Objects.requireNonNull(end, "end");
        accounts = Collecting.copyOf(accounts);
    }

    /** Whether the list is final: the service has fetched what it could. */
    public boolean areAllFilesKnown() {
        return state != null && state.isEnd();
    }
}
