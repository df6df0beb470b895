package me.digi.client.read;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import me.digi.client.internal.io.Collecting;
import me.digi.client.internal.io.Copies;

/**
 * The files of a session so far, and how far the service has got with fetching the user's data.
 *
 * @param state how far the service has got; until {@link SyncState#isEnd()}, files may come and change
 * @param accounts the same for each account, by its id; empty as long as the service says nothing of accounts
 * @param files the files that can be read
 * @param problems what the service sent beside files and accounts that could not be read as described, such as
 *     {@code details is not an object}; empty if nothing was odd. Files and accounts have problems of their own
 */
public record FileList(
        SyncState state, Map<String, AccountSync> accounts, List<FileEntry> files, List<String> problems) {
    /** Copies the map and the lists. */
    public FileList {
        Objects.requireNonNull(state, "state");
        accounts = Copies.of(accounts);
        files = List.copyOf(files);
        problems = List.copyOf(problems);
    }

    /** The ids of the accounts that the user has to reauthorize. */
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
