package me.digi.client.auth;

/**
 * Prepares to send a user to digi.me's consent page. {@code callback} and {@code state} are required, the rest is up to
 * the application; {@link #url()} does it.
 *
 * <pre>{@code
 * AuthorizationUrl link = digiMe.authorize(contract)
 *         .callback("https://my.app/back")
 *         .state(state)               // random, kept with the user's session
 *         .serviceId(420)
 *         .url();
 * }</pre>
 */
public interface AuthorizationRequest extends SourcePageRequest<AuthorizationRequest> {
    /** The token that this user has already, from this contract or another: it leads to the same library. */
    AuthorizationRequest userAccessToken(UserAccessToken userAccessToken);

    /** The storage that becomes this user's. */
    AuthorizationRequest storageId(String storageId);

    /**
     * Asks digi.me for the page's address. Keep the code verifier with the user's session: it is needed to exchange the
     * code that the callback brings.
     *
     * @throws IllegalStateException if {@code callback} or {@code state} is missing
     * @throws me.digi.client.error.DigiMeException if digi.me refuses or cannot be reached
     */
    AuthorizationUrl url();
}
