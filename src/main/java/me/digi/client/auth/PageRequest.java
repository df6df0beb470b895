package me.digi.client.auth;

import java.net.URI;

/**
 * What all requests for a page's address have in common. Each method changes the request and returns it; a request is not
 * safe for use by many threads, and not for applications to implement.
 *
 * @param <R> the request
 */
public interface PageRequest<R extends PageRequest<R>> {
    /** Where the user's browser comes back to; it must be registered in the contract. */
    R callback(URI callback);

    /** Where the user's browser comes back to; it must be registered in the contract. */
    R callback(String callback);

    /** The language of the page as a BCP 47 tag, such as {@code nl}; without it, or if not supported, the browser's. */
    R locale(String locale);
}
