package me.digi.client.store;

import java.util.Objects;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.error.DigiMeException;
import org.jspecify.annotations.Nullable;

/**
 * No token pair is stored for this user and contract: there never was one, or it was deleted. If it was deleted during a
 * refresh, {@link #unsavedToken()} returns the new pair.
 */
public final class GrantNotFoundException extends DigiMeException {
    private static final long serialVersionUID = 1L;

    private final GrantKey grant;
    /** Not serialized: an exception may travel, and its token pair must not. */
    private final transient @Nullable UserAccessToken unsavedToken;

    /** No token pair is stored. */
    public GrantNotFoundException(GrantKey grant) {
        this(grant, null);
    }

    /** The token pair was deleted while this one was on its way. */
    public GrantNotFoundException(GrantKey grant, @Nullable UserAccessToken unsavedToken) {
        super(message(Objects.requireNonNull(grant, "grant"), unsavedToken), null);
        this.grant = grant;
        this.unsavedToken = unsavedToken;
    }

    /** Whose token pair is missing. */
    public GrantKey grant() {
        return grant;
    }

    /** The new pair of a grant that was deleted during its refresh, or null. Lost when the exception is serialized. */
    public @Nullable UserAccessToken unsavedToken() {
        return unsavedToken;
    }

    private static String message(GrantKey grant, @Nullable UserAccessToken unsavedToken) {
        return "no token pair is stored for user " + grant.userKey() + " under contract " + grant.contractId()
                + (unsavedToken == null ? "" : ": it was deleted during a refresh");
    }
}
