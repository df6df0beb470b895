package me.digi.client.spring;

import me.digi.client.error.ApiException;
import me.digi.client.error.CallbackException;
import me.digi.client.error.DigiMeException;

/**
 * The user is not signed in.
 *
 * @param cause a {@link CallbackException} if the callback does not belong to a consent that this user started in this
 *     browser's session: it was forged, or arrived too late. Otherwise, digi.me or the token store failed before or
 *     after the user was at digi.me
 */
public record ConsentFailed(String userKey, DigiMeException cause) implements ConsentOutcome {
    /**
     * Whether a retry can succeed, with {@code GET …/reauthorize}. A user who has already consented need not do so
     * again.
     */
    public boolean isTemporary() {
        return cause instanceof ApiException api ? api.isRetryable() : !(cause instanceof CallbackException);
    }
}
