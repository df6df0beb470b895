package me.digi.client.internal.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs the hooks of a call on the thread that waits for it, while the call itself runs on another: a thread that reads
 * from the network must not be one that the application can interrupt, or the response is lost.
 */
final class Handover {
    private final BlockingQueue<Runnable> work = new LinkedBlockingQueue<>();
    private final CallHooks hooks;
    private boolean closed;

    Handover(CallHooks hooks) {
        this.hooks = hooks;
    }

    /**
     * Has the waiting thread run the hook, and returns when it has.
     *
     * @throws IOException if the hook threw, or nobody waits any more
     */
    void run(Consumer<CallHooks> hook) throws IOException {
        FutureTask<?> task = new FutureTask<>(() -> hook.accept(hooks), null);
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

    /** The next piece of work that comes up within so many nanoseconds, or null: the waiting thread is to run it. */
    @Nullable
    Runnable next(long nanos) throws InterruptedException {
        return work.poll(nanos, TimeUnit.NANOSECONDS);
    }

    /** Makes {@link #next} return. */
    void wake() {
        work.add(() -> {});
    }

    /** Nobody waits any more. */
    synchronized void close() {
        closed = true;
        for (Runnable left = work.poll(); left != null; left = work.poll()) {
            if (left instanceof FutureTask<?> task) {
                task.cancel(false);
            }
        }
    }
}
