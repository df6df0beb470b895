package me.digi.client.read;

import me.digi.client.internal.io.Require;

/** What the service knows a session by: a secret. It prints as {@code ***}, and JSON libraries find nothing to write. */
public final class SessionKey {
    // Transient: what makes JSON of fields passes it over.
    private final transient String value;

    /** Rejects a blank key. */
    public SessionKey(String value) {
        this.value = Require.secret("key", value);
    }

    /** The key as the service sent it. */
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

    /** Masks the key. */
    @Override
    public String toString() {
        return "***";
    }
}
