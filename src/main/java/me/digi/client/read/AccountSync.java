package me.digi.client.read;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the service has got with fetching the data of one account.
 *
 * @param state how far; null if the service sent no state
 * @param error why not all data of the account is there, if something went wrong
 * @param problems what the service sent that could not be read as described, such as {@code error.code is missing}; empty if
 *     nothing was odd
 */
public record AccountSync(
        @Nullable SyncState state, @Nullable AccountError error, List<String> problems) {
    /** Copies the list. */
    public AccountSync {
        problems = List.copyOf(problems);
    }

    /** Without problems. */
    public AccountSync(@Nullable SyncState state, @Nullable AccountError error) {
        this(state, error, List.of());
    }
}
