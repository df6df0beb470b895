package me.digi.client.internal.api;

import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import me.digi.client.internal.http.CallerContext;
import me.digi.client.internal.http.Futures;
import me.digi.client.internal.http.Lifetime;
import me.digi.client.internal.io.Threads;
import me.digi.client.keepalive.KeepAliveRun;
import me.digi.client.keepalive.KeepAliveSummary;
import me.digi.client.keepalive.KeepAliveSummary.End;
import me.digi.client.store.StoredUser;
import me.digi.client.store.TokenStoreException;

/** A keep-alive sweep. One thread iterates over the users, others wait for their refreshes. */
final class RunningKeepAlive implements KeepAliveRun {
    private final Iterator<StoredUser> users;
    private final DueRefreshes dueRefreshes;
    private final SweepResults results;
    private final SweepStop sweepStop;
    private final Lifetime lifetime;
    private final Runnable closing = this::stop;
    private final CallerContext context = CallerContext.captureMdc();
    private final ExecutorService workers;
    private final CompletableFuture<KeepAliveSummary> result = new CompletableFuture<>();

    RunningKeepAlive(
            Iterator<StoredUser> users,
            DueRefreshes dueRefreshes,
            SweepResults results,
            SweepStop sweepStop,
            Lifetime lifetime,
            int parallelism) {
        this.users = users;
        this.dueRefreshes = dueRefreshes;
        this.results = results;
        this.sweepStop = sweepStop;
        this.lifetime = lifetime;
        this.workers = Threads.fixedPool("digi.me keep-alive refresh", parallelism);
    }

    RunningKeepAlive start() {
        lifetime.onClose(closing);
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
        sweepStop.stop(End.STOPPED, null);
    }

    private void run() {
        try {
            while (!sweepStop.isStopped() && users.hasNext()) {
                dueRefreshes.process(users.next(), work -> workers.execute(context.around(work)));
            }
        } catch (InterruptedException closed) {
            stop();
        } catch (TokenStoreException e) {
            sweepStop.stop(End.STORE_FAILED, e);
        } catch (Throwable e) {
            sweepStop.fail(e);
        }
        Threads.awaitTermination(workers, this::stop);
        lifetime.remove(closing);
        sweepStop.stop(End.DONE, null);
        results.report();
        sweepStop.complete(result, (end, failure) -> results.summary(end, failure));
    }
}
