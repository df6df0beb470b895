package me.digi.client.store;

import java.util.Objects;

/**
 * A user whose grant is stored, as a {@linkplain TokenStore#list list} shows it. Contains no secret.
 *
 * @param grant the contract, and the application's own name for the user
 * @param version the version of the stored record, which changes with every write
 * @param summary what is known without opening the record
 */
public record StoredUser(GrantKey grant, long version, GrantSummary summary) {
    /** Rejects null. */
    public StoredUser {
        Objects.requireNonNull(grant, "grant");
        Objects.requireNonNull(summary, "summary");
    }

    /** The application's own name for the user. */
    public String userKey() {
        return grant.userKey();
    }
}
