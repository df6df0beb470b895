package me.digi.client.auth;

import java.util.Objects;
import me.digi.client.auth.RefreshResult.Reauthorize;

/**
 * The result of {@code DigiMeUser.delete}. In both cases the stored token pair is gone, and the user's calls throw
 * {@link me.digi.client.store.GrantNotFoundException}.
 *
 * <pre>{@code
 * if (user.delete() instanceof OnlyForgotten forgotten) {
 *     tellUser("ask digi.me to delete your data", forgotten.reason());
 * }
 * }</pre>
 */
public sealed interface DeleteResult {
    /** digi.me has deleted the user, with all accounts and data. */
    record Deleted() implements DeleteResult {}

    /**
     * Only the stored token pair was deleted: digi.me refuses it, so this application cannot delete anything there. The user's
     * data at digi.me is still there, unless it was deleted some other way, such as by an earlier {@code delete} whose response
     * was lost.
     *
     * @param reason why the token pair is of no use: what {@code DigiMeUser.refresh} returns for it
     */
    record OnlyForgotten(Reauthorize reason) implements DeleteResult {
        /** Rejects null. */
        public OnlyForgotten {
            Objects.requireNonNull(reason, "reason");
        }
    }
}
