package me.digi.client.read;

import java.util.Map;
import java.util.Objects;
import me.digi.client.internal.io.Copies;
import org.jspecify.annotations.Nullable;

/**
 * How far {@code readAll} has got.
 *
 * @param filesKnown how many files the list has named so far. It grows as digi.me fetches more; it is the number of all files
 *     once {@link #areAllFilesKnown()}
 * @param filesDone how many of them were read. A file that changes and is read again counts once, also meanwhile, unless its
 *     new content cannot be read: then it has failed
 * @param filesFailed how many of them could not be read
 * @param bytes how many bytes of content have arrived, also of files that are still being read or have failed
 * @param state how far the service has got with fetching; null before the first list
 * @param accounts the same for each account, by its id
 * @param end why the reading ended: {@link ReadAllSummary.End#RUNNING} in every event but the last one
 */
public record ReadProgress(
        int filesKnown,
        int filesDone,
        int filesFailed,
        long bytes,
        @Nullable SyncState state,
        Map<String, AccountSync> accounts,
        ReadAllSummary.End end) {
    /** Copies the map. */
    public ReadProgress {
        Objects.requireNonNull(end, "end");
        accounts = Copies.of(accounts);
    }

    /** Whether the list can name no more files: digi.me has fetched what it could. */
    public boolean areAllFilesKnown() {
        return state != null && state.isEnd();
    }
}
