package me.digi.client.store;

import java.io.Serializable;
import java.util.Locale;
import java.util.Objects;
import me.digi.client.internal.crypto.Sha256;
import me.digi.client.internal.io.WhiteSpace;

/**
 * Identifies a grant: one user's consent under one contract. Not a secret: messages and stores show it. Compared
 * character by character.
 *
 * <p>Both parts are plain text of at most 255 characters: not blank, without control characters or unpaired
 * surrogates.
 *
 * @param userKey the application's own name for the user
 */
public record GrantKey(String contractId, String userKey) implements Serializable {
    private static final int MAX_CHARS = 255;

    public GrantKey {
        check("contractId", contractId);
        check("userKey", userKey);
    }

    private static void check(String name, String value) {
        Objects.requireNonNull(value, name);
        PlainText.find(value, Character::isISOControl).ifPresent(at -> {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "%s has a control character or an unpaired surrogate, U+%04X, at index %d",
                    name,
                    (int) value.charAt(at),
                    at));
        });
        if (WhiteSpace.isBlank(value)) {
            throw new IllegalArgumentException(name + " is blank");
        }
        if (value.length() > MAX_CHARS) {
            throw new IllegalArgumentException(
                    name + " must have at most " + MAX_CHARS + " characters, not " + value.length() + ": " + value);
        }
    }

    /**
     * A name that is unique in every file system and database, whatever the key contains: slashes, dots, any script,
     * differences only in case or trailing spaces.
     */
    String grantId() {
        return grantId(contractId, userKey);
    }

    /** 64 hexadecimal digits: SHA-256 of both parts, separated by a NUL, which neither can contain. */
    static String grantId(String contractId, String userKey) {
        return Sha256.hex(contractId + '\0' + userKey);
    }
}
