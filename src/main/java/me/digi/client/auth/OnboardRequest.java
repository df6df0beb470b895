package me.digi.client.auth;

/**
 * Requests the page where a user who has consented adds another source. {@link PendingConsent#readAccount(String)}
 * reads the callback.
 */
public interface OnboardRequest extends SourcePageRequest<OnboardRequest> {}
