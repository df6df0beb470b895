package me.digi.client.internal.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import me.digi.client.diagnostics.RefreshEvent;
import me.digi.client.diagnostics.RefreshEvent.Outcome;
import me.digi.client.internal.http.CallerContext;
import me.digi.client.internal.http.Lifetime;
import me.digi.client.internal.http.Observations;
import me.digi.client.internal.http.Observing;
import me.digi.client.internal.io.Host;
import me.digi.client.internal.io.Threads;
import me.digi.client.internal.oauth.RefreshFailure;
import me.digi.client.internal.token.Decision;
import org.jspecify.annotations.Nullable;

/** Daemon threads for the token engine, one per refresh. Only {@link ExitGuard} delays the end of the process. */
final class ClientHost implements Host, AutoCloseable {
    private static final Duration IDLE = Duration.ofMinutes(1);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(35);

    private final Clock clock;
    private final LongSupplier ticker;
    private final Lifetime lifetime;
    private final Observations observations;
    private final ExecutorService executor;
    private final ScheduledThreadPoolExecutor timer;
    private final ExitGuard exitGuard = ExitGuard.forThisPlatform();

    ClientHost(Clock clock, LongSupplier ticker, Lifetime lifetime, Observations observations) {
        this.observations = observations;
        this.clock = clock;
        this.ticker = ticker;
        this.lifetime = lifetime;
        this.executor = Executors.newCachedThreadPool(work -> Threads.daemon("digi.me refresh", work));
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
        try {
            executor.execute(CallerContext.capture().around(work));
        } catch (RejectedExecutionException e) {
            throw new IllegalStateException("this DigiMe is closed", e);
        }
    }

    /** The refresh is a part of the call that starts it, but outlives it. */
    @Override
    public void refresh(Runnable work, CompletableFuture<?> outcome) {
        CallerContext context = CallerContext.captureMdc();
        if (!observations.areOn()) {
            executor.execute(context.around(work));
            return;
        }
        Observing<RefreshEvent> observing = observations.refresh();
        try {
            executor.execute(context.around(() -> {
                observing.around(work).run();
                observing.end(outcome.handle(ClientHost::event).join());
            }));
        } catch (RuntimeException | Error noThread) {
            observing.end(RefreshFailure.event(noThread));
            throw noThread;
        }
    }

    private static RefreshEvent event(@Nullable Object decision, @Nullable Throwable failure) {
        if (failure != null) {
            return RefreshFailure.event(failure);
        }
        boolean isFetched = decision instanceof Decision.Use use && use.isFetched();
        Outcome known = decision instanceof Decision.Dead ? Outcome.REAUTHORIZE : Outcome.FOUND_IN_STORE;
        return new RefreshEvent(isFetched ? Outcome.REFRESHED : known, null);
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
