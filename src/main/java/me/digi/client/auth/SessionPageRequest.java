package me.digi.client.auth;

import me.digi.client.read.SessionOptions;

/**
 * What requests for a page have in common that opens a session to read with.
 *
 * @param <R> the request
 */
public interface SessionPageRequest<R extends SessionPageRequest<R>> extends PageRequest<R> {
    /** What the callback brings back unchanged: random, new for each request, and kept with the user's session. */
    R state(String state);

    /** How much the session reads that the page opens. */
    R sessionOptions(SessionOptions sessionOptions);

    /** Whether data is fetched as soon as the user has been there; it is unless this is {@code false}. */
    R triggerQuery(boolean triggerQuery);
}
