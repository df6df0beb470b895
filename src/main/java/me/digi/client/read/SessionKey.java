package me.digi.client.read;

import me.digi.client.internal.io.Require;

/** The secret that identifies a session. Prints as {@code ***}, and JSON libraries find nothing to write. */
public final class SessionKey {
    // Transient, so that JSON libraries that use fields skip it.
    private final transient String value;

    public SessionKey(String value) {
        this.value = Require.secret("key", value);
        if (Require.isDots(value)) {
            throw new IllegalArgumentException("key must not be \".\" or \"..\"");
        }
    }

    /** The secret. */
    public String value() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SessionKey key && key.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "***";
    }
}
