package me.digi.client.auth;

/**
 * A request for the page where a user gives access to one of their accounts again, when its data cannot be fetched without
 * that. {@link PendingConsent#readAccount(String)} reads the callback, which has no {@code state}.
 */
public interface AccountReauthorizationRequest extends PageRequest<AccountReauthorizationRequest> {}
