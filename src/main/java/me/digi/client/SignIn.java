package me.digi.client;

import java.util.Objects;
import me.digi.client.auth.UserAccessToken;
import org.jspecify.annotations.Nullable;

/**
 * A user who has just signed in, and whose token pair is stored.
 *
 * @param replaced the pair of another user, by the ids in both pairs, that was stored under the same name; null if
 *     there was none
 */
public record SignIn(DigiMeUser user, @Nullable UserAccessToken replaced) {
    public SignIn {
        Objects.requireNonNull(user, "user");
    }
}
