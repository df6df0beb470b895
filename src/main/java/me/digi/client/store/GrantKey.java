package me.digi.client.store;

import java.util.Objects;

/**
 * Names a grant: what one user consented to under one contract. Not a secret.
 *
 * @param contractId the contract
 * @param userKey what the application calls the user, or digi.me's user id where the application did not say; at most
 *     255 characters
 */
public record GrantKey(String contractId, String userKey) {
    private static final int MOST_CHARS = 255;

    /** Refuses a blank or overlong part. */
    public GrantKey {
        check("contractId", contractId);
        check("userKey", userKey);
    }

    private static void check(String name, String value) {
        Objects.requireNonNull(value, name);
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + " is blank");
        }
        if (value.length() > MOST_CHARS) {
            throw new IllegalArgumentException(
                    name + " has " + value.length() + " characters, and " + MOST_CHARS + " are the most: " + value);
        }
    }
}
