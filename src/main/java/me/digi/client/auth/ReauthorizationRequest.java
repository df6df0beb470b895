package me.digi.client.auth;

/**
 * A request for the page where a user consents again, after a refresh returned {@link RefreshResult.Reauthorize}. The
 * access token that goes along may have expired. {@link PendingConsent#read(String)} reads the callback, and
 * {@code DigiMe.signIn} takes the result.
 */
public interface ReauthorizationRequest extends SessionPageRequest<ReauthorizationRequest> {}
