package me.digi.client.auth;

/**
 * A request for the page where a user consents to a contract.
 *
 * <pre>{@code
 * PendingConsent pending = digiMe.authorize(contract)
 *         .redirectUri("https://my.app/back")
 *         .forUser("user-42")
 *         .serviceId(420)
 *         .start();
 * }</pre>
 *
 * <p>A user who has a library at digi.me keeps it if their token goes along ({@link #forUser} or {@link #userAccessToken},
 * not both); without it they get a new, empty one.
 */
public interface AuthorizationRequest extends SourcePageRequest<AuthorizationRequest> {
    /**
     * Sends along the access token that is stored for this user under the contract, if there is one: a user who consents
     * again keeps their library. It may have expired. {@link #start()} reads the token store, and throws
     * {@link me.digi.client.store.TokenStoreException} if that fails. If digi.me no longer knows the token, {@code start()}
     * throws {@link me.digi.client.error.UnknownTokenException}: the library is gone, so authorize without this.
     *
     * @param userKey the application's own name for the user, as in {@code signIn}
     */
    AuthorizationRequest forUser(String userKey);

    /**
     * Sends along a token of this user, from this contract or another. If digi.me no longer knows it, {@link #start()} throws
     * {@link me.digi.client.error.UnknownTokenException}.
     */
    AuthorizationRequest userAccessToken(UserAccessToken userAccessToken);

    /** The storage that becomes this user's. Optional. */
    AuthorizationRequest storageId(String storageId);
}
