package me.digi.client.auth;

import me.digi.client.read.SessionOptions;

/**
 * Requests a page that starts a read session.
 *
 * @param <R> the request
 */
public interface SessionPageRequest<R extends SessionPageRequest<R>> extends PageRequest<R> {
    /** What the session reads. Default: all that the contract allows. */
    R sessionOptions(SessionOptions sessionOptions);

    /** Whether digi.me fetches data as soon as the user completes the page. Default: true. */
    R triggerQuery(boolean triggerQuery);
}
