package me.digi.client.read;

import me.digi.client.internal.io.OneLine;
import me.digi.client.internal.io.Require;

/**
 * How far the service has fetched a user's data. It may send states that have no constant here, which count as running;
 * compare with {@code equals}.
 *
 * @param value as the service spells it
 */
public record SyncState(String value) {
    /** Fetching has not started. */
    public static final SyncState PENDING = new SyncState("pending");

    /** Fetching is in progress: files may be added and change. */
    public static final SyncState RUNNING = new SyncState("running");

    /** Fetching has ended without some of the data; the accounts say which and why. */
    public static final SyncState PARTIAL = new SyncState("partial");

    /** Fetching has ended with all data. */
    public static final SyncState COMPLETED = new SyncState("completed");

    public SyncState {
        Require.text("value", value);
    }

    /** Whether no more files are added or change. */
    public boolean isEnd() {
        return equals(PARTIAL) || equals(COMPLETED);
    }

    @Override
    public String toString() {
        return OneLine.of(value);
    }
}
