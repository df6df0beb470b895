package me.digi.client;

import java.util.Objects;
import me.digi.client.auth.UserAccessToken;
import org.jspecify.annotations.Nullable;

/**
 * A user who has just signed in, with a token pair that is in the store.
 *
 * @param user the user
 * @param replaced the pair of another user that was stored under the same name and gave way, or null
 */
public record SignIn(DigiMeUser user, @Nullable UserAccessToken replaced) {
    /** Rejects a null user. */
    public SignIn {
        Objects.requireNonNull(user, "user");
    }
}
