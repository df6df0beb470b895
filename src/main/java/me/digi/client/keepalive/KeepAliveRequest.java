package me.digi.client.keepalive;

/**
 * Prepares a keep-alive sweep: it refreshes each stored user of a contract who
 * {@linkplain me.digi.client.store.GrantSummary#isDue is due}, so that no refresh token expires because its user
 * stayed away.
 *
 * <pre>{@code
 * KeepAliveSummary summary = digiMe.keepAlive(contract).rate(20).refreshDue();
 * summary.consentNeeded().forEach(user -> sendMail(user.userKey(), user.reason()));
 * }</pre>
 *
 * <p>Any number of machines may sweep at the same time: each due user is refreshed once across all clients that share
 * a store. A sweep keeps no state: users left due by a stopped or killed one are refreshed by any later one.
 *
 * <p>Not thread-safe.
 */
public interface KeepAliveRequest {
    /** The most refreshes to start per second, from 1 to 10,000. Default: 10. */
    KeepAliveRequest rate(int refreshesPerSecond);

    /** The most refreshes under way at once, from 1 to 256. Default: 4. */
    KeepAliveRequest parallelism(int refreshes);

    /**
     * Starts after this user in the store's order, such as {@link KeepAliveSummary#resumeAfter()} of a stopped sweep,
     * and wraps around to visit every user. Default: a random place, so that machines start apart.
     *
     * @param userKey the application's own name for a user, who may have been deleted
     */
    KeepAliveRequest startAfter(String userKey);

    /** Called with the progress. Optional. */
    KeepAliveRequest listener(KeepAliveListener listener);

    /** Starts the sweep, on daemon threads of its own. */
    KeepAliveRun start();

    /**
     * Starts the sweep and waits for its end.
     *
     * @throws me.digi.client.error.NetworkException as {@link KeepAliveRun#await()} does
     */
    default KeepAliveSummary refreshDue() {
        return start().await();
    }
}
