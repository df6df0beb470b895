package me.digi.client.error;

import java.util.Objects;
import me.digi.client.store.GrantKey;

/** The store has no token for this user under this contract: there never was one, or it was deleted. */
public final class GrantNotFoundException extends DigiMeException {
    private static final long serialVersionUID = 1L;

    private final transient GrantKey grant;

    /** Nothing is stored under this key. */
    public GrantNotFoundException(GrantKey grant) {
        super("the store has no token for " + Objects.requireNonNull(grant, "grant"), null);
        this.grant = grant;
    }

    /** What was looked for. */
    public GrantKey grant() {
        return grant;
    }
}
