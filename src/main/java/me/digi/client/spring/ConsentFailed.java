package me.digi.client.spring;

import me.digi.client.error.ApiException;
import me.digi.client.error.CallbackException;
import me.digi.client.error.DigiMeException;

/**
 * The user is not signed in.
 *
 * @param cause a {@link CallbackException} if the callback belongs to no consent that this user began in this browser's
 *     session: it was forged, or arrived too late. Otherwise, digi.me or the token store failed before or after the user was
 *     at digi.me
 */
public record ConsentFailed(String userKey, DigiMeException cause) implements ConsentOutcome {
    /**
     * Whether another try can succeed. {@code GET …/reauthorize} is one: if the user has consented already, they need not
     * do so again.
     */
    public boolean isTemporary() {
        return cause instanceof ApiException api ? api.isRetryable() : !(cause instanceof CallbackException);
    }
}
