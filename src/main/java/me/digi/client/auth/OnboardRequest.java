package me.digi.client.auth;

/**
 * Prepares to send a user who has consented to digi.me's page for adding another source. {@code callback} is required;
 * {@link #url()} does it. What the callback then receives is for {@link AccountResult} to read.
 */
public interface OnboardRequest extends SourcePageRequest<OnboardRequest> {
    /**
     * Asks digi.me for the page's address.
     *
     * @throws IllegalStateException if {@code callback} is missing
     * @throws me.digi.client.error.DigiMeException if digi.me refuses or cannot be reached
     */
    PageUrl url();
}
