package me.digi.client.sandbox;

import org.jspecify.annotations.Nullable;

/**
 * The sync of one account.
 *
 * @param state {@code running}, {@code completed}, {@code partial}, or any other value to test a client with
 */
public record AccountProgress(String state, @Nullable AccountError error) {
    public static AccountProgress running() {
        return new AccountProgress("running", null);
    }

    public static AccountProgress completed() {
        return new AccountProgress("completed", null);
    }

    /** Ended with missing data. */
    public static AccountProgress failed(AccountError error) {
        return new AccountProgress("partial", error);
    }
}
