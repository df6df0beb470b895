package me.digi.client.read;

import me.digi.client.internal.io.Require;
import org.jspecify.annotations.Nullable;

/**
 * An account to match raw data by.
 *
 * @param username the user's name at the service. Optional
 */
public record CriteriaAccount(String accountId, @Nullable String username) {
    public CriteriaAccount {
        Require.text("accountId", accountId);
    }

    /** Matches by id only. */
    public static CriteriaAccount of(String accountId) {
        return new CriteriaAccount(accountId, null);
    }
}
