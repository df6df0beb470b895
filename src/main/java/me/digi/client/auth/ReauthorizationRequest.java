package me.digi.client.auth;

/**
 * A request for the page where a user consents again, after a refresh returned {@link RefreshResult.Reauthorize}. The
 * access token that goes along may have expired. {@link PendingConsent#read(String)} reads the callback, and
 * {@code DigiMe.signIn} takes the result.
 *
 * <p>If digi.me no longer knows the token, {@link #start()} throws {@link me.digi.client.error.UnknownTokenException}: send the
 * user to {@code DigiMe.authorize} instead, as a new one.
 */
public interface ReauthorizationRequest extends SessionPageRequest<ReauthorizationRequest> {}
