package me.digi.client.store;

import java.util.Objects;

/**
 * What a store keeps of a grant: a version, and a text that it need not understand.
 *
 * @param version 1 for the first record of a grant, and one more with each write
 * @param content the grant's state as JSON, token pair included: a secret
 */
public record StoredGrant(long version, String content) {
    /** Refuses a version below 1. */
    public StoredGrant {
        Objects.requireNonNull(content, "content");
        if (version < 1) {
            throw new IllegalArgumentException("version must be at least 1: " + version);
        }
    }

    @Override
    public String toString() {
        return "StoredGrant[version=" + version + ", content=***]";
    }
}
