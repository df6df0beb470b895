package me.digi.client.internal.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
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
    /** Reports the current attempt as cancelled. */
    private @Nullable Consumer<@Nullable Kind> attempt;

    /**
     * Runs the hook on the waiting thread, and waits for it.
     *
     * @throws IOException if the hook threw, or no thread waits any more
     */
    void run(Runnable hook) throws IOException {
        FutureTask<?> task = new FutureTask<>(hook, null);
        synchronized (this) {
            if (closed) {
                throw new InterruptedIOException("interrupted before the request was sent");
            }
            work.add(task);
        }
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    task.get();
                    return;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw new HookFailedException(e);
        } catch (CancellationException e) {
            throw new InterruptedIOException("interrupted before the request was sent");
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
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
     * @return the remaining reports, which that thread must run
     */
    synchronized List<Runnable> close(@Nullable Kind reason) {
        closed = true;
        List<Runnable> reports = new ArrayList<>();
        for (Runnable left = work.poll(); left != null; left = work.poll()) {
            if (left instanceof FutureTask<?> task) {
                task.cancel(false);
            } else {
                reports.add(left);
            }
        }
        Consumer<@Nullable Kind> unended = attempt;
        if (unended != null) {
            reports.add(() -> unended.accept(reason));
        }
        return reports;
    }
}
