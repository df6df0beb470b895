package me.digi.client.store;

import java.io.Serializable;
import java.util.Locale;
import java.util.Objects;
import me.digi.client.internal.io.WhiteSpace;

/**
 * Names a grant: what one user consented to under one contract. Not a secret: it shows in messages and in the store.
 * Two keys are the same if every character is.
 *
 * @param contractId the contract
 * @param userKey the application's own name for the user; at most 255 characters
 */
public record GrantKey(String contractId, String userKey) implements Serializable {
    private static final int MOST_CHARS = 255;

    /** Refuses a part that is blank, overlong, or not plain text: with a control character or half a surrogate pair. */
    public GrantKey {
        check("contractId", contractId);
        check("userKey", userKey);
    }

    private static void check(String name, String value) {
        Objects.requireNonNull(value, name);
        PlainText.find(value, Character::isISOControl).ifPresent(at -> {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "%s has a control character or half a surrogate pair, U+%04X, at %d",
                    name,
                    (int) value.charAt(at),
                    at));
        });
        if (WhiteSpace.isBlank(value)) {
            throw new IllegalArgumentException(name + " is blank");
        }
        if (value.length() > MOST_CHARS) {
            throw new IllegalArgumentException(
                    name + " has " + value.length() + " characters, and " + MOST_CHARS + " are the most: " + value);
        }
    }
}
