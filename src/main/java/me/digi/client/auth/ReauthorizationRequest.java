package me.digi.client.auth;

/**
 * Requests the page where a user consents again, after {@link RefreshResult.Reauthorize}. The access token sent along
 * may have expired. {@link PendingConsent#read(String)} reads the callback, and {@code DigiMe.signIn} takes its
 * result.
 *
 * <p>If digi.me no longer knows the token, {@link #start()} throws
 * {@link me.digi.client.error.UnknownTokenException}: use {@code DigiMe.authorize} instead.
 */
public interface ReauthorizationRequest extends SessionPageRequest<ReauthorizationRequest> {}
