package me.digi.client.auth;

import java.net.URI;

/**
 * Requests a page to send a user to. Each method changes this request and returns it. Not thread-safe, and not for
 * applications to implement.
 *
 * @param <R> the request
 */
public interface PageRequest<R extends PageRequest<R>> {
    /** Where the user's browser returns; must be registered in the contract. Required. */
    R redirectUri(URI redirectUri);

    /** {@link #redirectUri(URI)} as a string. */
    R redirectUri(String redirectUri);

    /** The page's language as a BCP 47 tag, such as {@code nl}. Default: the browser's. */
    R locale(String locale);

    /**
     * Requests the page. Keep the result in the user's session, as {@linkplain PendingConsent#toJson() JSON}, until
     * the browser returns.
     *
     * @throws IllegalStateException if {@code redirectUri} is missing
     * @throws me.digi.client.error.DigiMeException if digi.me refuses the request or cannot be reached
     */
    PendingConsent start();
}
