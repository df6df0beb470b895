package me.digi.client.auth;

/**
 * Prepares to send a user to digi.me's page for consenting again, after a refresh ended with
 * {@link RefreshResult.Reauthorize}. {@code callback} is required; {@link #url()} does it.
 */
public interface ReauthorizationRequest extends SessionPageRequest<ReauthorizationRequest> {
    /**
     * Asks digi.me for the page's address. It works with an access token that has expired. Keep the code verifier with
     * the user's session: it is needed to exchange the code that the callback brings.
     *
     * @throws IllegalStateException if {@code callback} is missing
     * @throws me.digi.client.error.DigiMeException if digi.me refuses or cannot be reached
     */
    AuthorizationUrl url();
}
