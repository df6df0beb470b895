package me.digi.client.error;

import java.util.Objects;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.store.GrantKey;
import org.jspecify.annotations.Nullable;

/**
 * The store has no token pair for this user under this contract: there never was one, or the user was forgotten. If a pair
 * arrived in that very moment, {@link #unsavedToken()} returns it.
 */
public final class GrantNotFoundException extends DigiMeException {
    private static final long serialVersionUID = 1L;

    private final GrantKey grant;
    /** Not serialized: an exception may travel, and its token pair must not. */
    private final transient @Nullable UserAccessToken unsavedToken;

    /** Nothing is stored under this name. */
    public GrantNotFoundException(GrantKey grant) {
        this(grant, null);
    }

    /** Nothing is stored under this name any more, though this pair has just arrived. */
    public GrantNotFoundException(GrantKey grant, @Nullable UserAccessToken unsavedToken) {
        super("the store has no token for " + Objects.requireNonNull(grant, "grant"), null);
        this.grant = grant;
        this.unsavedToken = unsavedToken;
    }

    /** Whose token pair was looked for. */
    public GrantKey grant() {
        return grant;
    }

    /** The pair that arrived for a grant that was forgotten meanwhile, or null. Lost when the exception is serialized. */
    public @Nullable UserAccessToken unsavedToken() {
        return unsavedToken;
    }
}
