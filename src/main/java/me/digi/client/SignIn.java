package me.digi.client;

import java.util.Objects;
import me.digi.client.auth.UserAccessToken;
import org.jspecify.annotations.Nullable;

/**
 * A user who has just signed in, and whose token pair is stored.
 *
 * @param user the user
 * @param replaced the pair that was stored under the same name and belonged to another user, by the ids in both pairs; null
 *     if there was none
 */
public record SignIn(DigiMeUser user, @Nullable UserAccessToken replaced) {
    /** Rejects a null user. */
    public SignIn {
        Objects.requireNonNull(user, "user");
    }
}
