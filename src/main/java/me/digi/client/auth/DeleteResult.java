package me.digi.client.auth;

import java.util.Objects;
import me.digi.client.auth.RefreshResult.Reauthorize;

/**
 * The result of {@code DigiMeUser.delete}. Either way the stored token pair is gone, and the user's calls throw
 * {@link me.digi.client.store.GrantNotFoundException}.
 *
 * <pre>{@code
 * if (user.delete() instanceof OnlyForgotten forgotten) {
 *     tellUser("ask digi.me to delete your data", forgotten.reason());
 * }
 * }</pre>
 */
public sealed interface DeleteResult {
    /** digi.me deleted the user, with all accounts and data. */
    record Deleted() implements DeleteResult {}

    /**
     * Only the stored token pair was deleted: digi.me refuses it, so the user's data is still there, unless deleted
     * some other way, such as by an earlier {@code delete} whose response was lost.
     *
     * @param reason why digi.me refuses the pair, as returned by {@code DigiMeUser.refresh}
     */
    record OnlyForgotten(Reauthorize reason) implements DeleteResult {
        public OnlyForgotten {
            Objects.requireNonNull(reason, "reason");
        }
    }
}
