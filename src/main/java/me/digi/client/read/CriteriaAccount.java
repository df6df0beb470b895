package me.digi.client.read;

import me.digi.client.internal.io.Require;
import org.jspecify.annotations.Nullable;

/**
 * An account that raw data must be of.
 *
 * @param accountId the account's id
 * @param username the user's name there, if that matters
 */
public record CriteriaAccount(String accountId, @Nullable String username) {
    /** Rejects a blank id. */
    public CriteriaAccount {
        Require.text("accountId", accountId);
    }

    /** The account of this id. */
    public static CriteriaAccount of(String accountId) {
        return new CriteriaAccount(accountId, null);
    }
}
