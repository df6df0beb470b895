package me.digi.client.keepalive;

/**
 * A keep-alive sweep, about to be started: it looks at every stored user of a contract and refreshes each who
 * {@linkplain me.digi.client.store.GrantSummary#isDue is due}, so that no refresh token expires because its user stayed away.
 *
 * <pre>{@code
 * KeepAliveSummary summary = digiMe.keepAlive(contract).rate(20).refreshDue();
 * summary.consentNeeded().forEach(user -> sendMail(user.userKey(), user.reason()));
 * }</pre>
 *
 * <p>Any number of machines may sweep at the same time: each due user is refreshed once, since the record is loaded right
 * before, and a refresh is one for all clients that share a store. A sweep keeps no state: what is left to do is what is
 * still due, so a sweep that was stopped or killed is continued by any other.
 *
 * <p>Not safe for use by many threads.
 */
public interface KeepAliveRequest {
    /** How many refreshes per second are started at most, from 1 to 10,000. Default: 10. */
    KeepAliveRequest rate(int refreshesPerSecond);

    /** How many refreshes are under way at once at most, from 1 to 256. Default: 4. */
    KeepAliveRequest parallelism(int refreshes);

    /**
     * Begins with the user after this one, in the store's order, such as {@link KeepAliveSummary#resumeAfter()} of a sweep that
     * was stopped. It goes on from there to the last user and then from the first one, until each was looked at. Default: a
     * random place, so that several machines do not meet.
     *
     * @param userKey the application's own name for a user, who may have been deleted
     */
    KeepAliveRequest startAfter(String userKey);

    /** Called with the progress. Optional. */
    KeepAliveRequest listener(KeepAliveListener listener);

    /** Starts the sweep, on threads of its own, which do not keep the process alive. */
    KeepAliveRun start();

    /**
     * Starts the sweep and waits for its end.
     *
     * @throws me.digi.client.error.NetworkException if this thread is interrupted: the sweep is stopped, and the thread's
     *     interrupt flag is set
     */
    default KeepAliveSummary refreshDue() {
        return start().await();
    }
}
