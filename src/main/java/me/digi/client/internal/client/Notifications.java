package me.digi.client.internal.client;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import me.digi.client.diagnostics.TokenEvent;
import me.digi.client.diagnostics.TokenListener;
import org.jspecify.annotations.Nullable;

/** Tells the application's listener, one event after the other, on a thread that nothing else waits for. */
final class Notifications implements AutoCloseable {
    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(5);

    private final @Nullable TokenListener listener;
    private final ExecutorService thread;

    /** Tells this listener, if there is one. */
    Notifications(@Nullable TokenListener listener) {
        this(listener, thread());
    }

    Notifications(@Nullable TokenListener listener, ExecutorService thread) {
        this.listener = listener;
        this.thread = thread;
    }

    private static ExecutorService thread() {
        ThreadPoolExecutor single =
                new ThreadPoolExecutor(1, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Notifications::daemon);
        single.allowCoreThreadTimeOut(true);
        return single;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "digi.me listener");
        thread.setDaemon(true);
        return thread;
    }

    void tell(TokenEvent event) {
        if (listener == null) {
            return;
        }
        try {
            thread.execute(() -> tell(listener, event));
        } catch (RejectedExecutionException | OutOfMemoryError e) {
            // The client was closed, and said good-bye to its listener; or no thread is to be had to tell it on, over
            // which the refresh must not fail.
            return;
        }
    }

    /** What a listener throws is for its thread's handler of uncaught exceptions, and the thread goes on. */
    private static void tell(TokenListener listener, TokenEvent event) {
        try {
            listener.on(event);
        } catch (Throwable e) {
            Thread current = Thread.currentThread();
            current.getUncaughtExceptionHandler().uncaughtException(current, e);
        }
    }

    /** Lets the listener hear what it has not heard yet, for a few seconds at most. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            thread.awaitTermination(LONGEST_FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
