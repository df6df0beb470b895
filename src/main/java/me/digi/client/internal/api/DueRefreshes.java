package me.digi.client.internal.api;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.ReauthorizationRequiredException;
import me.digi.client.auth.RefreshResult.Reauthorize;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.error.DigiMeException;
import me.digi.client.internal.io.Deadline;
import me.digi.client.internal.io.Host;
import me.digi.client.internal.token.Grant;
import me.digi.client.internal.token.Grants;
import me.digi.client.keepalive.KeepAliveSummary.End;
import me.digi.client.store.GrantNotFoundException;
import me.digi.client.store.GrantSummary;
import me.digi.client.store.StoredUser;
import me.digi.client.store.TokenStoreException;

/** Refreshes the users who are due. Users are processed by one thread, and refreshed by others. */
final class DueRefreshes {
    private static final int MAX_FAILURES_IN_A_ROW = 5;
    private static final Duration REFRESH_TIMEOUT = Duration.ofMinutes(2);

    private final Grants grants;
    private final Host host;
    private final ContractDetails contract;
    private final SweepResults results;
    private final SweepStop stop;
    private final RateLimiter rateLimiter;
    private final Semaphore free;

    DueRefreshes(
            Grants grants,
            Host host,
            ContractDetails contract,
            SweepResults results,
            SweepStop stop,
            RateLimiter rateLimiter,
            int parallelism) {
        this.grants = grants;
        this.host = host;
        this.contract = contract;
        this.results = results;
        this.stop = stop;
        this.rateLimiter = rateLimiter;
        this.free = new Semaphore(parallelism);
    }

    /**
     * Starts a refresh on the executor if the user is due.
     *
     * @throws InterruptedException if the client closes
     * @throws TokenStoreException if the store fails
     */
    void process(StoredUser user, Executor workers) throws InterruptedException {
        SweepResults.Entry entry = results.start(user.userKey());
        GrantSummary summary = user.summary();
        try {
            Grant grant = grants.of(contract, user.userKey());
            if (summary.state() == GrantSummary.State.REAUTHORIZE) {
                Reauthorize reason = grant.status().reauthorize();
                if (reason == null) {
                    entry.notDue();
                } else {
                    entry.needsConsent(reason);
                }
            } else if (summary.isDue(host.now())) {
                // Another client may have refreshed since the users were listed.
                UserAccessToken pair = grant.duePair();
                if (pair == null) {
                    entry.notDue();
                } else {
                    start(entry, grant, pair, workers);
                }
            } else if (summary.state() == GrantSummary.State.ACTIVE) {
                entry.notDue();
            } else {
                entry.skipped();
            }
        } catch (GrantNotFoundException forgotten) {
            entry.notDue();
        } catch (TokenStoreException e) {
            if (!e.isUnreadable()) {
                throw e;
            }
            entry.unreadable(e);
        }
    }

    private void start(SweepResults.Entry entry, Grant grant, UserAccessToken pair, Executor workers)
            throws InterruptedException {
        free.acquire();
        rateLimiter.acquire(() -> stop.isStopped());
        if (stop.isStopped()) {
            free.release();
            return;
        }
        workers.execute(() -> {
            try {
                refresh(entry, grant, pair);
            } catch (Throwable failure) {
                stop.fail(failure);
            } finally {
                free.release();
            }
        });
    }

    private void refresh(SweepResults.Entry entry, Grant grant, UserAccessToken pair) {
        try {
            if (grant.replacement(pair, true, Deadline.after(REFRESH_TIMEOUT)).isFetched()) {
                entry.refreshed();
            } else {
                entry.notDue();
            }
        } catch (ReauthorizationRequiredException e) {
            entry.needsConsent(e.reauthorize());
        } catch (GrantNotFoundException forgotten) {
            entry.notDue();
        } catch (TokenStoreException e) {
            stop.stop(End.STORE_FAILED, e);
        } catch (DigiMeException e) {
            if (entry.failed(e) >= MAX_FAILURES_IN_A_ROW) {
                stop.stop(End.SERVICE_FAILED, e);
            }
        }
        results.report();
    }
}
