package me.digi.client.read;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of fetching one account's data.
 *
 * @param state null if the service sent none
 * @param error why data is missing; null if no error was reported
 * @param problems missing or malformed parts: see {@link me.digi.client.read}
 */
public record AccountSync(
        @Nullable SyncState state, @Nullable AccountError error, List<String> problems) {
    public AccountSync {
        problems = List.copyOf(problems);
    }

    /** Creates a value without problems. */
    public AccountSync(@Nullable SyncState state, @Nullable AccountError error) {
        this(state, error, List.of());
    }
}
