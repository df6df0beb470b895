package me.digi.client.read;

import java.util.List;
import java.util.Map;
import me.digi.client.internal.values.Collecting;
import me.digi.client.internal.values.ValueStyle;
import org.immutables.value.Value;

/** The files of a session so far, and how far the service has got with fetching the user's data. */
@Value.Immutable
@ValueStyle
public abstract class FileList {
    FileList() {}

    /** A builder that wants a state; applications need it in tests alone. */
    public static Builder builder() {
        return new Builder();
    }

    /** How far the service has got; until {@link SyncState#isEnd()}, files may come and change. */
    public abstract SyncState state();

    /** The same for each account, by its id; empty as long as the service says nothing of accounts. */
    public abstract Map<String, AccountSync> accounts();

    /** The files that can be read. */
    public abstract List<FileEntry> files();

    /**
     * What the service sent beside files and accounts that could not be read as described, such as {@code details is not an object}; empty if
     * nothing was odd. Files and accounts have problems of their own.
     */
    public abstract List<String> problems();

    /** The ids of the accounts that the user has to reauthorize. */
    public List<String> accountsToReauthorize() {
        return accounts().entrySet().stream()
                .filter(account -> account.getValue().error() instanceof AccountError.Reauthorize)
                .map(Map.Entry::getKey)
                .collect(Collecting.unmodifiableList());
    }

    /** Builds a {@link FileList}. */
    public static final class Builder extends ImmutableFileList.Builder {
        Builder() {}
    }
}
