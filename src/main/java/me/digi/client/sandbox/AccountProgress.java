package me.digi.client.sandbox;

import org.jspecify.annotations.Nullable;

/**
 * How far the sync of one account is.
 *
 * @param state {@code running}, {@code completed} or {@code partial}, or anything that a client should survive
 * @param error what went wrong, or null
 */
public record AccountProgress(String state, @Nullable AccountError error) {
    /** It goes on. */
    public static AccountProgress running() {
        return new AccountProgress("running", null);
    }

    /** All is there. */
    public static AccountProgress completed() {
        return new AccountProgress("completed", null);
    }

    /** It ended, and something is missing. */
    public static AccountProgress failed(AccountError error) {
        return new AccountProgress("partial", error);
    }
}
