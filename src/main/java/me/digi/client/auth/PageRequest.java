package me.digi.client.auth;

import java.net.URI;

/**
 * A request for a page to send a user to. Each method changes the request and returns it; {@link #start()} sends it. Not
 * safe for use by many threads, and not for applications to implement.
 *
 * @param <R> the request
 */
public interface PageRequest<R extends PageRequest<R>> {
    /** Where the user's browser returns to; must be registered in the contract. Required. */
    R redirectUri(URI redirectUri);

    /** Where the user's browser returns to; must be registered in the contract. Required. */
    R redirectUri(String redirectUri);

    /** The language of the page as a BCP 47 tag, such as {@code nl}. Default: the browser's. */
    R locale(String locale);

    /**
     * Requests the page. Keep the result in the user's session until the browser is back, as JSON:
     * {@link PendingConsent#toJson()}.
     *
     * @throws IllegalStateException if {@code redirectUri} is missing
     * @throws me.digi.client.error.DigiMeException if digi.me refuses the request or cannot be reached
     */
    PendingConsent start();
}
