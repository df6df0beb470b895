package me.digi.client.internal.api;

import java.time.Duration;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.RefreshResult.Reauthorize;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.error.DigiMeException;
import me.digi.client.internal.api.SweepResults.Entry;
import me.digi.client.internal.http.CallerContext;
import me.digi.client.internal.http.Futures;
import me.digi.client.internal.io.Deadline;
import me.digi.client.internal.io.Threads;
import me.digi.client.internal.token.Grant;
import me.digi.client.keepalive.KeepAliveRun;
import me.digi.client.keepalive.KeepAliveSummary;
import me.digi.client.keepalive.KeepAliveSummary.End;
import me.digi.client.store.GrantNotFoundException;
import me.digi.client.store.GrantSummary;
import me.digi.client.store.ReauthorizationRequiredException;
import me.digi.client.store.StoredUser;
import me.digi.client.store.TokenStoreException;
import org.jspecify.annotations.Nullable;

/** A keep-alive sweep. One thread iterates over the users; others refresh those who are due. */
final class RunningKeepAlive implements KeepAliveRun {
    private static final int MAX_FAILURES_IN_A_ROW = 5;
    private static final int MAX_REMEMBERED = 100;
    private static final Duration REFRESH_TIMEOUT = Duration.ofMinutes(2);

    private final ClientParts parts;
    private final ContractDetails contract;
    private final String startAfter;
    private final SweepResults results;
    private final RateLimiter rateLimiter;
    private final Semaphore free;
    private final ExecutorService workers;
    private final Runnable closing = this::stop;
    private final CallerContext context = CallerContext.captureMdc();
    /** Why no more refreshes are started; the first reason counts. */
    private final CompletableFuture<Reason> stopped = new CompletableFuture<>();

    private final CompletableFuture<KeepAliveSummary> result = new CompletableFuture<>();

    private record Reason(End end, @Nullable DigiMeException failure) {}

    RunningKeepAlive(
            ClientParts parts,
            ContractDetails contract,
            String startAfter,
            SweepResults results,
            int rate,
            int parallelism) {
        this.parts = parts;
        this.contract = contract;
        this.startAfter = startAfter;
        this.results = results;
        this.rateLimiter = new RateLimiter(parts.host, rate);
        this.free = new Semaphore(parallelism);
        this.workers = Threads.fixedPool("digi.me keep-alive refresh", parallelism);
    }

    RunningKeepAlive start() {
        parts.http.lifetime().onClose(closing);
        Threads.daemon("digi.me keep-alive", context.around(this::run)).start();
        return this;
    }

    @Override
    public KeepAliveSummary await() {
        return Futures.awaitOrStop(result, this::stop, "keepAlive");
    }

    @Override
    public KeepAliveSummary summary() {
        return result.isDone() && !result.isCompletedExceptionally()
                ? result.join()
                : results.summary(End.RUNNING, null);
    }

    @Override
    public boolean isDone() {
        return result.isDone();
    }

    @Override
    public void stop() {
        stop(End.STOPPED, null);
    }

    private void stop(End end, @Nullable DigiMeException failure) {
        stopped.complete(new Reason(end, failure));
    }

    private void run() {
        try {
            visitAll();
        } catch (InterruptedException closed) {
            stop();
        } catch (TokenStoreException e) {
            stop(End.STORE_FAILED, e);
        } catch (Throwable e) {
            stopped.completeExceptionally(e);
        }
        Threads.awaitTermination(workers, this::stop);
        parts.http.lifetime().remove(closing);
        stop(End.DONE, null);
        results.report();
        CompletableFuture<?> unused = stopped.whenComplete((reason, unexpected) -> {
            if (unexpected != null) {
                result.completeExceptionally(unexpected);
            } else {
                result.complete(results.summary(reason.end(), reason.failure()));
            }
        });
    }

    /**
     * Visits all users, starting after a key and wrapping around at the end. The second round ends at the first user who
     * is among the first hundred.
     */
    private void visitAll() throws InterruptedException {
        Set<String> first = new HashSet<>();
        Iterator<StoredUser> users = parts.storedUsers(contract, startAfter).iterator();
        while (!stopped.isDone() && users.hasNext()) {
            StoredUser user = users.next();
            if (first.size() < MAX_REMEMBERED) {
                first.add(user.userKey());
            }
            process(user);
        }
        users = parts.storedUsers(contract, null).iterator();
        while (!stopped.isDone() && users.hasNext()) {
            StoredUser user = users.next();
            if (first.contains(user.userKey())) {
                return;
            }
            process(user);
        }
    }

    /**
     * Starts a refresh if the user is due.
     *
     * @throws InterruptedException if the client closes
     * @throws TokenStoreException if the store fails
     */
    private void process(StoredUser user) throws InterruptedException {
        Entry entry = results.start(user.userKey());
        GrantSummary summary = user.summary();
        try {
            Grant grant = parts.grants.of(contract, user.userKey());
            if (summary.state() == GrantSummary.State.REAUTHORIZE) {
                Reauthorize reason = grant.status().reauthorize();
                if (reason == null) {
                    results.notDue(entry);
                } else {
                    results.needsConsent(entry, reason);
                }
            } else if (summary.isDue(parts.host.now())) {
                // Another client may have refreshed since the users were listed.
                UserAccessToken pair = grant.duePair();
                if (pair == null) {
                    results.notDue(entry);
                } else {
                    startRefresh(entry, grant, pair);
                }
            } else if (summary.state() == GrantSummary.State.ACTIVE) {
                results.notDue(entry);
            } else {
                results.skipped(entry);
            }
        } catch (GrantNotFoundException forgotten) {
            results.notDue(entry);
        } catch (TokenStoreException e) {
            if (!e.isUnreadable()) {
                throw e;
            }
            results.unreadable(entry, e);
        }
    }

    private void startRefresh(Entry entry, Grant grant, UserAccessToken pair) throws InterruptedException {
        free.acquire();
        rateLimiter.acquire(() -> stopped.isDone());
        if (stopped.isDone()) {
            free.release();
            return;
        }
        workers.execute(context.around(() -> {
            try {
                refresh(entry, grant, pair);
            } catch (Throwable unexpected) {
                stopped.completeExceptionally(unexpected);
            } finally {
                free.release();
            }
        }));
    }

    private void refresh(Entry entry, Grant grant, UserAccessToken pair) {
        try {
            if (grant.replacement(pair, true, Deadline.after(REFRESH_TIMEOUT)).isFetched()) {
                results.refreshed(entry);
            } else {
                results.notDue(entry);
            }
        } catch (ReauthorizationRequiredException e) {
            results.needsConsent(entry, e.reauthorize());
        } catch (GrantNotFoundException forgotten) {
            results.notDue(entry);
        } catch (TokenStoreException e) {
            stop(End.STORE_FAILED, e);
        } catch (DigiMeException e) {
            if (results.failed(entry, e) >= MAX_FAILURES_IN_A_ROW) {
                stop(End.SERVICE_FAILED, e);
            }
        }
        results.report();
    }
}
