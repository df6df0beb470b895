package me.digi.client.auth;

import java.net.URI;
import me.digi.client.read.SessionOptions;

/**
 * Prepares to send a user to digi.me's consent page. {@code callback} and {@code state} are required, the rest is up to
 * the application; {@link #url()} does it.
 *
 * <pre>{@code
 * AuthorizationUrl link = digiMe.authorize(contract)
 *         .callback("https://my.app/back")
 *         .state(state)               // random, kept with the user's session
 *         .serviceId(420)
 *         .url();
 * }</pre>
 *
 * <p>Each method changes this request and returns it; not safe for use by many threads. Not for applications to
 * implement.
 */
public interface AuthorizationRequest {
    /** Where the user's browser comes back to; it must be registered in the contract. */
    AuthorizationRequest callback(URI callback);

    /** Where the user's browser comes back to; it must be registered in the contract. */
    AuthorizationRequest callback(String callback);

    /** What the callback brings back unchanged: random, new for each request, and kept with the user's session. */
    AuthorizationRequest state(String state);

    /** The service that the user adds while consenting; without it the user chooses. */
    AuthorizationRequest serviceId(long serviceId);

    /** The token that this user has already, from this contract or another: it leads to the same library. */
    AuthorizationRequest userAccessToken(UserAccessToken userAccessToken);

    /** How much the session reads that this authorization opens. */
    AuthorizationRequest sessionOptions(SessionOptions sessionOptions);

    /** Which sources the user can choose from: those to read ({@link SourceType#PULL}, the default) or to push to. */
    AuthorizationRequest sourceType(SourceType sourceType);

    /** Sample data instead of a user's own. */
    AuthorizationRequest sampleData(SampleData sampleData);

    /** The language of the page as a BCP 47 tag, such as {@code nl}; without it, or if not supported, the browser's. */
    AuthorizationRequest locale(String locale);

    /** Whether the user can also choose sources that have nothing but sample data; not unless set. */
    AuthorizationRequest includeSampleDataOnlySources(boolean include);

    /** The storage that becomes this user's. */
    AuthorizationRequest storageId(String storageId);

    /** Whether data is fetched as soon as the service is added; it is unless this is {@code false}. */
    AuthorizationRequest triggerQuery(boolean triggerQuery);

    /** Narrows down the sources that the user can choose from. */
    AuthorizationRequest sourcesScope(SourcesScope sourcesScope);

    /**
     * Asks digi.me for the page's address. Keep the code verifier with the user's session: it is needed to exchange the
     * code that the callback brings.
     *
     * @throws IllegalStateException if {@code callback} or {@code state} is missing
     * @throws me.digi.client.error.DigiMeException if digi.me refuses or cannot be reached
     */
    AuthorizationUrl url();
}
