package me.digi.client.internal.keepalive;

import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.RefreshResult.Reauthorize;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.error.DigiMeException;
import me.digi.client.error.GrantNotFoundException;
import me.digi.client.error.NetworkException;
import me.digi.client.error.ReauthorizationRequiredException;
import me.digi.client.error.TokenStoreException;
import me.digi.client.internal.http.Lifetime;
import me.digi.client.internal.token.Grant;
import me.digi.client.internal.token.Grants;
import me.digi.client.internal.values.Host;
import me.digi.client.keepalive.KeepAliveRun;
import me.digi.client.keepalive.KeepAliveSummary;
import me.digi.client.keepalive.KeepAliveSummary.End;
import me.digi.client.store.GrantSummary;
import me.digi.client.store.StoredUser;
import org.jspecify.annotations.Nullable;

/** A sweep: one thread goes through the users, and others wait for their refreshes. */
final class RunningKeepAlive implements KeepAliveRun {
    private static final String KEEP_ALIVE = "keepAlive";
    private static final int MOST_FAILURES_IN_A_ROW = 5;

    private final Grants grants;
    private final Host host;
    private final Lifetime lifetime;
    private final Runnable closing = this::stop;
    private final ContractDetails contract;
    private final Iterator<StoredUser> users;
    private final Tally tally;
    private final Pace pace;
    private final Semaphore free;
    private final ExecutorService workers;
    /** Why no more refreshes are started: the first reason counts. */
    private final CompletableFuture<Reason> over = new CompletableFuture<>();

    private final CompletableFuture<KeepAliveSummary> result = new CompletableFuture<>();

    private record Reason(End end, @Nullable DigiMeException failure) {}

    RunningKeepAlive(
            Grants grants,
            Host host,
            Lifetime lifetime,
            ContractDetails contract,
            Iterator<StoredUser> users,
            Tally tally,
            Pace pace,
            int parallelism) {
        this.grants = grants;
        this.host = host;
        this.lifetime = lifetime;
        this.contract = contract;
        this.users = users;
        this.tally = tally;
        this.pace = pace;
        this.free = new Semaphore(parallelism);
        this.workers = new ThreadPoolExecutor(
                parallelism,
                parallelism,
                0,
                TimeUnit.MILLISECONDS,
                new LinkedBlockingQueue<>(),
                work -> daemon("digi.me keep-alive refresh", work));
    }

    RunningKeepAlive start() {
        lifetime.whenClosed(closing);
        daemon("digi.me keep-alive", this::run).start();
        return this;
    }

    private static Thread daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public KeepAliveSummary await() {
        try {
            return result.get();
        } catch (InterruptedException e) {
            stop();
            awaitEndThoughInterrupted();
            Thread.currentThread().interrupt();
            throw NetworkException.interrupted(KEEP_ALIVE, true, e);
        } catch (ExecutionException e) {
            throw rethrown(e.getCause());
        }
    }

    private void awaitEndThoughInterrupted() {
        boolean isOver = false;
        while (!isOver) {
            try {
                result.get();
                isOver = true;
            } catch (InterruptedException again) {
                isOver = false;
            } catch (ExecutionException hasFailed) {
                isOver = true;
            }
        }
    }

    private static RuntimeException rethrown(@Nullable Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException exception
                ? exception
                : new IllegalStateException("the keep-alive sweep failed in an unforeseen way", failure);
    }

    @Override
    public KeepAliveSummary summary() {
        return result.isDone() && !result.isCompletedExceptionally() ? result.join() : tally.summary(End.RUNNING, null);
    }

    @Override
    public boolean isDone() {
        return result.isDone();
    }

    @Override
    public void stop() {
        over.complete(new Reason(End.STOPPED, null));
    }

    private void run() {
        try {
            while (!over.isDone() && users.hasNext()) {
                visit(users.next());
            }
        } catch (InterruptedException closed) {
            stop();
        } catch (TokenStoreException e) {
            storeFailed(e);
        } catch (Throwable e) {
            over.completeExceptionally(e);
        }
        awaitWorkers();
        lifetime.remove(closing);
        over.complete(new Reason(End.DONE, null));
        tally.tell();
        CompletableFuture<?> unused = over.whenComplete((reason, failure) -> {
            if (failure != null) {
                result.completeExceptionally(failure);
            } else {
                result.complete(tally.summary(reason.end(), reason.failure()));
            }
        });
    }

    /** Whoever is due by the list is due only if the record says so, too: another client may have been quicker. */
    private void visit(StoredUser user) throws InterruptedException {
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
                UserAccessToken pair = grant.duePair();
                if (pair == null) {
                    visit.wasNotDue();
                } else {
                    start(visit, grant, pair);
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

    private void start(Tally.Visit visit, Grant grant, UserAccessToken pair) throws InterruptedException {
        free.acquire();
        pace.awaitTurn(over::isDone);
        if (over.isDone()) {
            free.release();
            return;
        }
        workers.execute(() -> {
            try {
                refresh(visit, grant, pair);
            } catch (Throwable unforeseen) {
                over.completeExceptionally(unforeseen);
            } finally {
                free.release();
            }
        });
    }

    private void refresh(Tally.Visit visit, Grant grant, UserAccessToken pair) {
        try {
            if (grant.replacement(pair, true).isFetched()) {
                visit.wasRefreshed();
            } else {
                visit.wasNotDue();
            }
        } catch (ReauthorizationRequiredException e) {
            visit.needsConsent(e.reauthorize());
        } catch (GrantNotFoundException forgotten) {
            visit.wasNotDue();
        } catch (TokenStoreException e) {
            storeFailed(e);
        } catch (DigiMeException e) {
            if (visit.hasFailed(e) >= MOST_FAILURES_IN_A_ROW) {
                over.complete(new Reason(End.SERVICE_FAILED, e));
            }
        }
        tally.tell();
    }

    private void storeFailed(TokenStoreException e) {
        over.complete(new Reason(End.STORE_FAILED, e));
    }

    /** Lets the refreshes that are under way end: each waits for as long as a call does at most. */
    private void awaitWorkers() {
        workers.shutdown();
        boolean isTerminated = false;
        while (!isTerminated) {
            try {
                isTerminated = workers.awaitTermination(1, TimeUnit.DAYS);
            } catch (InterruptedException e) {
                stop();
            }
        }
    }
}
