package me.digi.client.internal.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import me.digi.client.internal.http.Lifetime;
import me.digi.client.internal.io.Host;
import me.digi.client.internal.io.Threads;

/** Daemon threads for the token engine, one per refresh. Only {@link ExitGuard} delays the end of the process. */
final class ClientHost implements Host, AutoCloseable {
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(35);

    private final Clock clock;
    private final LongSupplier ticker;
    private final Lifetime lifetime;
    private final ThreadPoolExecutor executor;
    private final ScheduledThreadPoolExecutor timer;
    private final ExitGuard exitGuard = ExitGuard.forThisPlatform();

    ClientHost(Clock clock, LongSupplier ticker, Lifetime lifetime) {
        this.clock = clock;
        this.ticker = ticker;
        this.lifetime = lifetime;
        this.executor = new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE,
                IDLE.toMillis(),
                TimeUnit.MILLISECONDS,
                new SynchronousQueue<>(),
                work -> Threads.daemon("digi.me refresh", work));
        this.timer = new ScheduledThreadPoolExecutor(1, work -> Threads.daemon("digi.me timer", work));
        timer.setKeepAliveTime(IDLE.toMillis(), TimeUnit.MILLISECONDS);
        timer.allowCoreThreadTimeOut(true);
        timer.setRemoveOnCancelPolicy(true);
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public long nanos() {
        return ticker.getAsLong();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        lifetime.sleep(duration);
    }

    @Override
    public <T> T await(CompletableFuture<T> future, Duration timeout)
            throws InterruptedException, ExecutionException, TimeoutException {
        return future.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void execute(Runnable work) {
        executor.execute(work);
    }

    @Override
    public Runnable after(Duration delay, Runnable work) {
        try {
            ScheduledFuture<?> task = timer.schedule(() -> run(work), delay.toNanos(), TimeUnit.NANOSECONDS);
            return () -> task.cancel(false);
        } catch (RejectedExecutionException closed) {
            return () -> {};
        }
    }

    /** Moves the work off the timer's only thread. While the client closes, leases are still renewed on it. */
    private void run(Runnable work) {
        try {
            executor.execute(work);
        } catch (RejectedExecutionException closing) {
            work.run();
        }
    }

    @Override
    public void requestSent(CompletableFuture<?> done) {
        exitGuard.add(done);
    }

    /** Waits for refreshes in progress: an aborted refresh leaves an invalid token pair behind. */
    @Override
    public void close() {
        executor.shutdown();
        boolean wasInterrupted = false;
        long deadline = System.nanoTime() + CLOSE_TIMEOUT.toNanos();
        while (!executor.isTerminated() && System.nanoTime() - deadline < 0) {
            try {
                boolean unused = executor.awaitTermination(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                // The refresh continues; the interrupt is restored below.
                wasInterrupted = true;
            }
        }
        executor.shutdownNow();
        if (wasInterrupted) {
            Thread.currentThread().interrupt();
        }
        timer.shutdownNow();
        exitGuard.close();
    }
}
