package me.digi.client.read;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import me.digi.client.internal.io.Collecting;

/**
 * The files of a session so far, and the state of fetching the user's data.
 *
 * @param state until {@link SyncState#isEnd()}, files may be added and change
 * @param accounts the state of each account by id; empty until the service reports accounts
 * @param files the files that can be read
 * @param problems other missing or malformed parts: see {@link me.digi.client.read}. Files and accounts have
 *     their own
 */
public record FileList(
        SyncState state, Map<String, AccountSync> accounts, List<FileEntry> files, List<String> problems) {
    public FileList {
        Objects.requireNonNull(state, "state");
        accounts = Collecting.copyOf(accounts);
        files = List.copyOf(files);
        problems = List.copyOf(problems);
    }

    /** Returns the ids of the accounts that the user has to reauthorize. */
    public List<String> accountsToReauthorize() {
        return accounts.entrySet().stream()
                .filter(account -> needsReauthorization(account.getValue()))
                .map(account -> account.getKey())
                .collect(Collecting.unmodifiableList());
    }

    private static boolean needsReauthorization(AccountSync sync) {
        AccountError error = sync.error();
        return error != null && error.needsReauthorization();
    }
}
