package me.digi.client.internal.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import me.digi.client.error.NetworkException.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Tasks for the thread that waits for a call: hooks and the application's logger. The call runs on another thread,
 * because an interrupt of the thread that reads from the network would lose the response.
 */
final class CallerTasks {
    private final BlockingQueue<Runnable> work = new LinkedBlockingQueue<>();
    private boolean closed;
    /** The last hook; the one thread that sends waits for each. */
    private CompletableFuture<Void> hook = CompletableFuture.completedFuture(null);
    /** Reports the current attempt as cancelled. */
    private @Nullable Consumer<@Nullable Kind> attempt;

    /**
     * Runs the hook on the waiting thread, and waits for it, also when interrupted.
     *
     * @throws IOException if the hook threw, or no thread waits any more
     */
    void run(Runnable step) throws IOException {
        try {
            start(step).join();
        } catch (CancellationException e) {
            throw new InterruptedIOException("interrupted before the request was sent");
        } catch (CompletionException e) {
            throw new PassedFailureException(e);
        }
    }

    private synchronized CompletableFuture<Void> start(Runnable step) {
        if (closed) {
            throw new CancellationException();
        }
        hook = CompletableFuture.runAsync(step, work::add);
        return hook;
    }

    /** Starts an attempt, with the report for the case that the waiting thread leaves. */
    synchronized void started(Consumer<@Nullable Kind> left) {
        attempt = left;
    }

    /** Reports the end of the attempt on the waiting thread, unless that has left. */
    synchronized void ended(Runnable report) {
        attempt = null;
        if (!closed) {
            work.add(report);
        }
    }

    /** Returns the next task within the timeout, or null. */
    @Nullable
    Runnable next(long nanos) throws InterruptedException {
        return work.poll(nanos, TimeUnit.NANOSECONDS);
    }

    /** Makes {@link #next} return. */
    void wake() {
        work.add(() -> {});
    }

    /**
     * Called when the waiting thread leaves.
     *
     * @param reason why the call was cancelled; null if it completed
     * @return the remaining reports, which that thread must run; a hook that has not run does nothing any more
     */
    synchronized List<Runnable> close(@Nullable Kind reason) {
        closed = true;
        boolean unused = hook.cancel(false);
        List<Runnable> reports = new ArrayList<>();
        work.drainTo(reports);
        Consumer<@Nullable Kind> unended = attempt;
        if (unended != null) {
            reports.add(() -> unended.accept(reason));
        }
        return reports;
    }
}
