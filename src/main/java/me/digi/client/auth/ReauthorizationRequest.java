package me.digi.client.auth;

import java.net.URI;
import me.digi.client.read.SessionOptions;

/**
 * Prepares to send a user to digi.me's page for consenting again, after a refresh ended with
 * {@link RefreshResult.Reauthorize}. {@code callback} is required; {@link #url()} does it.
 *
 * <p>Each method changes this request and returns it; not safe for use by many threads. Not for applications to
 * implement.
 */
public interface ReauthorizationRequest {
    /** Where the user's browser comes back to; it must be registered in the contract. */
    ReauthorizationRequest callback(URI callback);

    /** Where the user's browser comes back to; it must be registered in the contract. */
    ReauthorizationRequest callback(String callback);

    /** What the callback brings back unchanged: random, new for each request, and kept with the user's session. */
    ReauthorizationRequest state(String state);

    /** The language of the page as a BCP 47 tag, such as {@code nl}; without it, or if not supported, the browser's. */
    ReauthorizationRequest locale(String locale);

    /** How much the session reads that this authorization opens. */
    ReauthorizationRequest sessionOptions(SessionOptions sessionOptions);

    /** Whether data is fetched right afterwards; it is unless this is {@code false}. */
    ReauthorizationRequest triggerQuery(boolean triggerQuery);

    /**
     * Asks digi.me for the page's address. It works with an access token that has expired. Keep the code verifier with
     * the user's session: it is needed to exchange the code that the callback brings.
     *
     * @throws IllegalStateException if {@code callback} is missing
     * @throws me.digi.client.error.DigiMeException if digi.me refuses or cannot be reached
     */
    AuthorizationUrl url();
}
