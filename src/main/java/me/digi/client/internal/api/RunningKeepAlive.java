package me.digi.client.internal.api;

import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import me.digi.client.error.NetworkException;
import me.digi.client.internal.http.CallerContext;
import me.digi.client.internal.http.Lifetime;
import me.digi.client.internal.io.Threads;
import me.digi.client.keepalive.KeepAliveRun;
import me.digi.client.keepalive.KeepAliveSummary;
import me.digi.client.keepalive.KeepAliveSummary.End;
import me.digi.client.store.StoredUser;
import me.digi.client.store.TokenStoreException;
import org.jspecify.annotations.Nullable;

/** A sweep: one thread goes through the users, and others wait for their refreshes. */
final class RunningKeepAlive implements KeepAliveRun {
    private static final String KEEP_ALIVE = "keepAlive";

    private final Iterator<StoredUser> users;
    private final Visits visits;
    private final Tally tally;
    private final Ending ending;
    private final Lifetime lifetime;
    private final Runnable closing = this::stop;
    private final CallerContext context = CallerContext.captureMdc();
    private final ExecutorService workers;
    private final CompletableFuture<KeepAliveSummary> result = new CompletableFuture<>();

    RunningKeepAlive(
            Iterator<StoredUser> users, Visits visits, Tally tally, Ending ending, Lifetime lifetime, int parallelism) {
        this.users = users;
        this.visits = visits;
        this.tally = tally;
        this.ending = ending;
        this.lifetime = lifetime;
        this.workers = new ThreadPoolExecutor(
                parallelism,
                parallelism,
                0,
                TimeUnit.MILLISECONDS,
                new LinkedBlockingQueue<>(),
                work -> Threads.daemon("digi.me keep-alive refresh", context.around(work)));
    }

    RunningKeepAlive start() {
        lifetime.whenClosed(closing);
        Threads.daemon("digi.me keep-alive", context.around(this::run)).start();
        return this;
    }

    @Override
    public KeepAliveSummary await() {
        try {
            return result.get();
        } catch (InterruptedException e) {
            stop();
            awaitThoughInterrupted();
            Thread.currentThread().interrupt();
            throw NetworkException.interrupted(KEEP_ALIVE, true, e);
        } catch (ExecutionException e) {
            throw rethrown(e.getCause());
        }
    }

    /** Until the refreshes that are under way have ended, which is soon. */
    private void awaitThoughInterrupted() {
        CompletableFuture<?> end = result.handle((summary, failure) -> true);
        boolean isOver = false;
        while (!isOver) {
            try {
                isOver = end.get() != null;
            } catch (InterruptedException | ExecutionException again) {
                isOver = end.isDone();
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
        ending.because(End.STOPPED, null);
    }

    private void run() {
        try {
            while (!ending.hasCome() && users.hasNext()) {
                visits.visit(users.next(), workers);
            }
        } catch (InterruptedException closed) {
            stop();
        } catch (TokenStoreException e) {
            ending.because(End.STORE_FAILED, e);
        } catch (Throwable e) {
            ending.unforeseen(e);
        }
        awaitWorkers();
        lifetime.remove(closing);
        ending.because(End.DONE, null);
        tally.tell();
        ending.complete(result, (end, failure) -> tally.summary(end, failure));
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
