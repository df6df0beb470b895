package me.digi.client.auth;

/**
 * Requests the page where a user consents to a contract.
 *
 * <pre>{@code
 * PendingConsent pending = digiMe.authorize(contract)
 *         .redirectUri("https://my.app/back")
 *         .forUser("user-42")
 *         .serviceId(420)
 *         .start();
 * }</pre>
 *
 * <p>A user keeps their existing library (accounts and data at digi.me) only if their token is sent along
 * ({@link #forUser} or {@link #userAccessToken}, not both); otherwise they get a new, empty one.
 */
public interface AuthorizationRequest extends SourcePageRequest<AuthorizationRequest> {
    /**
     * Sends along the access token stored for this user under the contract, if there is one. It may have expired.
     * {@link #start()} reads the token store, and throws {@link me.digi.client.store.TokenStoreException} if that
     * fails, or {@link me.digi.client.error.UnknownTokenException} if digi.me no longer knows the token: then
     * authorize without it.
     *
     * @param userKey the application's own name for the user, as in {@code signIn}
     */
    AuthorizationRequest forUser(String userKey);

    /**
     * Sends along this token of the user, from any contract. {@link #start()} throws
     * {@link me.digi.client.error.UnknownTokenException} if digi.me no longer knows it.
     */
    AuthorizationRequest userAccessToken(UserAccessToken userAccessToken);

    /** The storage to assign to this user. Optional. */
    AuthorizationRequest storageId(String storageId);
}
