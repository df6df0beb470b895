package me.digi.client.read;

import me.digi.client.internal.io.OneLine;
import me.digi.client.internal.io.Require;

/**
 * How far the service has got with fetching a user's data. Those that are known are constants here; the service may name
 * others, which count as going on, so compare with {@code equals}.
 *
 * @param value as the service spells it
 */
public record SyncState(String value) {
    /** It has not begun. */
    public static final SyncState PENDING = new SyncState("pending");

    /** It is under way: more files may come, and files may change. */
    public static final SyncState RUNNING = new SyncState("running");

    /** It is over, and some data could not be fetched: the accounts say which and why. */
    public static final SyncState PARTIAL = new SyncState("partial");

    /** It is over, and all data is there. */
    public static final SyncState COMPLETED = new SyncState("completed");

    /** Any state, known here or not. */
    public SyncState {
        Require.text("value", value);
    }

    /** Whether no new files come, and none changes any more. */
    public boolean isEnd() {
        return equals(PARTIAL) || equals(COMPLETED);
    }

    /** The state as the service spells it. */
    @Override
    public String toString() {
        return OneLine.of(value);
    }
}
