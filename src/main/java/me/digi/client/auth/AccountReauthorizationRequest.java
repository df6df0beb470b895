package me.digi.client.auth;

/**
 * Prepares to send a user to digi.me's page for giving access to one of their accounts again, when its data could not be
 * fetched without that. {@code callback} is required; {@link #url()} does it. What the callback then receives is for
 * {@link AccountResult} to read; it knows no {@code state}.
 */
public interface AccountReauthorizationRequest extends PageRequest<AccountReauthorizationRequest> {
    /**
     * Asks digi.me for the page's address.
     *
     * @throws IllegalStateException if {@code callback} is missing
     * @throws me.digi.client.error.DigiMeException if digi.me refuses or cannot be reached
     */
    PageUrl url();
}
