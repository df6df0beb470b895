package me.digi.client.internal.token.schedules;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import me.digi.client.internal.io.Host;

/** A process's clocks and threads. The monotonic clock overflows in the middle of some schedules. */
final class SimulatedHost implements Host {
    private final SimulatedProcess process;
    private final Fibers fibers;
    private final long firstNanos;
    private boolean isClosed;

    SimulatedHost(SimulatedProcess process, Fibers fibers) {
        this.process = process;
        this.fibers = fibers;
        this.firstNanos =
                fibers.chance(0.2) ? Long.MAX_VALUE - Duration.ofMinutes(90).toNanos() : 0;
    }

    void close() {
        isClosed = true;
    }

    @Override
    public Instant now() {
        return process.wallTime();
    }

    @Override
    public long nanos() {
        return firstNanos + fibers.now();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        boolean isInterrupted = fibers.waitUntil(() -> isClosed, duration);
        process.endIfGone();
        if (isInterrupted) {
            throw new InterruptedException("the client closes");
        }
    }

    @Override
    public void execute(Runnable work) {
        if (isClosed) {
            throw new RejectedExecutionException("the client is closed");
        }
        fibers.start(process, () -> {
            process.endIfGone();
            work.run();
        });
    }

    @Override
    public Runnable after(Duration delay, Runnable work) {
        return fibers.at(fibers.now() + delay.toNanos(), () -> {
            if (!isClosed && !process.isGone()) {
                execute(work);
            }
        });
    }

    @Override
    public void requestSent(CompletableFuture<?> landed) {
        // What keeps a process from ending is a matter for tests with real processes.
    }

    @Override
    public <T> T await(CompletableFuture<T> future, Duration patience)
            throws InterruptedException, ExecutionException, TimeoutException {
        boolean isDone = fibers.waitUntil(future::isDone, patience);
        process.endIfGone();
        if (!isDone) {
            throw new TimeoutException();
        }
        return future.get();
    }
}
