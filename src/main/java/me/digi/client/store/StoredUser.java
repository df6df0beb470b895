package me.digi.client.store;

import java.util.Objects;

/**
 * A user with a stored grant, as {@linkplain TokenStore#list listed}. Contains no secrets.
 *
 * @param grant the user and contract
 * @param version the record's version, which changes with every write
 */
public record StoredUser(GrantKey grant, long version, GrantSummary summary) {
    public StoredUser {
        Objects.requireNonNull(grant, "grant");
        Objects.requireNonNull(summary, "summary");
    }

    static StoredUser of(GrantKey grant, StoredGrant stored) {
        return new StoredUser(grant, stored.version(), stored.summary());
    }

    /** The application's own name for the user. */
    public String userKey() {
        return grant.userKey();
    }
}
