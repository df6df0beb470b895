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

/** Looks at one user after the other, and has those refreshed who are due. For one thread, but for the refreshes. */
final class Visits {
    private static final int MOST_FAILURES_IN_A_ROW = 5;
    private static final Duration LONGEST_REFRESH = Duration.ofMinutes(2);

    private final Grants grants;
    private final Host host;
    private final ContractDetails contract;
    private final Tally tally;
    private final Ending ending;
    private final Pace pace;
    private final Semaphore free;

    /** At that pace, with so many refreshes under way at once. */
    Visits(Grants grants, Host host, ContractDetails contract, Tally tally, Ending ending, Pace pace, int parallelism) {
        this.grants = grants;
        this.host = host;
        this.contract = contract;
        this.tally = tally;
        this.ending = ending;
        this.pace = pace;
        this.free = new Semaphore(parallelism);
    }

    /**
     * Deals with a user, whose refresh runs there if it is due.
     *
     * @throws InterruptedException if the client closes
     * @throws TokenStoreException if the store fails
     */
    void visit(StoredUser user, Executor workers) throws InterruptedException {
        Tally.Visit visit = tally.visit(user.userKey());
        GrantSummary summary = user.summary();
        try {
            Grant grant = grants.of(contract, user.userKey());
            if (summary.state() == GrantSummary.State.REAUTHORIZE) {
                Reauthorize reason = grant.status().reauthorize();
                if (reason == null) {
                    visit.wasNotDue();
                } else {
                    visit.needsConsent(reason);
                }
            } else if (summary.isDue(host.now())) {
                // By the record, too: another client may have been quicker than the list.
                UserAccessToken pair = grant.duePair();
                if (pair == null) {
                    visit.wasNotDue();
                } else {
                    start(visit, grant, pair, workers);
                }
            } else if (summary.state() == GrantSummary.State.ACTIVE) {
                visit.wasNotDue();
            } else {
                visit.wasSkipped();
            }
        } catch (GrantNotFoundException forgotten) {
            visit.wasNotDue();
        } catch (TokenStoreException e) {
            if (!e.isUnreadable()) {
                throw e;
            }
            visit.isUnreadable(e);
        }
    }

    private void start(Tally.Visit visit, Grant grant, UserAccessToken pair, Executor workers)
            throws InterruptedException {
        free.acquire();
        pace.awaitTurn(() -> ending.hasCome());
        if (ending.hasCome()) {
            free.release();
            return;
        }
        workers.execute(() -> {
            try {
                refresh(visit, grant, pair);
            } catch (Throwable failure) {
                ending.unforeseen(failure);
            } finally {
                free.release();
            }
        });
    }

    /** Replaces this very pair: if another client has done so since, there is nothing to do. */
    private void refresh(Tally.Visit visit, Grant grant, UserAccessToken pair) {
        try {
            if (grant.replacement(pair, true, Deadline.after(LONGEST_REFRESH)).isFetched()) {
                visit.wasRefreshed();
            } else {
                visit.wasNotDue();
            }
        } catch (ReauthorizationRequiredException e) {
            visit.needsConsent(e.reauthorize());
        } catch (GrantNotFoundException forgotten) {
            visit.wasNotDue();
        } catch (TokenStoreException e) {
            ending.because(End.STORE_FAILED, e);
        } catch (DigiMeException e) {
            if (visit.hasFailed(e) >= MOST_FAILURES_IN_A_ROW) {
                ending.because(End.SERVICE_FAILED, e);
            }
        }
        tally.tell();
    }
}
