package me.digi.client.auth;

/**
 * Requests the page where a user renews access to an account whose data can no longer be fetched.
 * {@link PendingConsent#readAccount(String)} reads the callback, which has no {@code state}.
 */
public interface AccountReauthorizationRequest extends PageRequest<AccountReauthorizationRequest> {}
