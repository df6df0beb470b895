package me.digi.client.store;

import java.util.Objects;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.error.DigiMeException;
import org.jspecify.annotations.Nullable;

/** No token pair is stored for this user and contract: there never was one, or it was deleted. */
public final class GrantNotFoundException extends DigiMeException {
    private static final long serialVersionUID = 1L;

    private final GrantKey grant;
    /** Not serialized: exceptions may leave the process, token pairs must not. */
    private final transient @Nullable UserAccessToken unsavedToken;

    public GrantNotFoundException(GrantKey grant) {
        this(grant, null);
    }

    /**
     * A grant that may have been deleted during a refresh.
     *
     * @param unsavedToken the new pair, or null
     */
    public GrantNotFoundException(GrantKey grant, @Nullable UserAccessToken unsavedToken) {
        super(message(Objects.requireNonNull(grant, "grant"), unsavedToken), null);
        this.grant = grant;
        this.unsavedToken = unsavedToken;
    }

    /** The user and contract. */
    public GrantKey grant() {
        return grant;
    }

    /** The new pair if the old one was deleted during its refresh, or null. Lost in serialization. */
    public @Nullable UserAccessToken unsavedToken() {
        return unsavedToken;
    }

    private static String message(GrantKey grant, @Nullable UserAccessToken unsavedToken) {
        return "no token pair is stored for user " + grant.userKey() + " under contract " + grant.contractId()
                + (unsavedToken == null ? "" : ": it was deleted during a refresh");
    }
}
