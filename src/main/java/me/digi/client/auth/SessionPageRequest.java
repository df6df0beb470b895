package me.digi.client.auth;

import me.digi.client.read.SessionOptions;

/**
 * A request for a page that begins a session to read with.
 *
 * @param <R> the request
 */
public interface SessionPageRequest<R extends SessionPageRequest<R>> extends PageRequest<R> {
    /** How much the session reads. Default: all that the contract allows. */
    R sessionOptions(SessionOptions sessionOptions);

    /** Whether digi.me fetches the data as soon as the user has been on the page. Default: true. */
    R triggerQuery(boolean triggerQuery);
}
