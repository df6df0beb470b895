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
 * What a call leaves to the thread that waits for it: its hooks, and the application's logger. The call itself runs on
 * another thread: one that reads from the network must not be one that the application can interrupt, or the response is
 * lost. It holds no more than a few events, as many as the call has attempts.
 */
final class Handover {
    private final BlockingQueue<Runnable> work = new LinkedBlockingQueue<>();
    private boolean closed;
    /** Reports the attempt under way, with the reason for which it was left. */
    private @Nullable Consumer<@Nullable Kind> attempt;

    /**
     * Has the waiting thread run the hook, and returns when it has.
     *
     * @throws IOException if the hook threw, or nobody waits any more
     */
    void run(Runnable hook) throws IOException {
        FutureTask<?> task = new FutureTask<>(hook, null);
        synchronized (this) {
            if (closed) {
                throw new InterruptedIOException("interrupted before it was sent");
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
            throw new InterruptedIOException("interrupted before it was sent");
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** An attempt starts, which this reports if the waiting thread leaves before its end. */
    synchronized void started(Consumer<@Nullable Kind> left) {
        attempt = left;
    }

    /** The attempt has ended, which the waiting thread is to report; unless it has left, and has reported that. */
    synchronized void ended(Runnable report) {
        attempt = null;
        if (!closed) {
            work.add(report);
        }
    }

    /** The next piece of work that comes up within so many nanoseconds, or null: the waiting thread is to run it. */
    @Nullable
    Runnable next(long nanos) throws InterruptedException {
        return work.poll(nanos, TimeUnit.NANOSECONDS);
    }

    /** Makes {@link #next} return. */
    void wake() {
        work.add(() -> {});
    }

    /**
     * Nobody waits any more.
     *
     * @param reason why the call was ended; null if it has ended by itself
     * @return the reports that the thread which waited has still to make
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
