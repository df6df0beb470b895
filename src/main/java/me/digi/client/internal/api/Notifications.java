package me.digi.client.internal.api;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import me.digi.client.diagnostics.TokenEvent;
import me.digi.client.diagnostics.TokenListener;
import me.digi.client.internal.http.CallerContext;
import me.digi.client.internal.http.OptionalLibraries;
import me.digi.client.internal.http.Slf4j;
import me.digi.client.internal.io.ApplicationCode;
import me.digi.client.internal.io.Threads;
import org.jspecify.annotations.Nullable;

/**
 * Calls the application's token listener, after SLF4J, on a thread of its own, one event at a time. At most a thousand
 * events wait; then the oldest is dropped, since the newest token pair matters most.
 */
final class Notifications implements AutoCloseable {
    private static final int MAX_WAITING = 1000;
    /** Longest wait for one event on close. */
    private static final Duration EVENT_TIMEOUT = Duration.ofSeconds(1);

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final @Nullable ApplicationCode<TokenEvent> log =
            OptionalLibraries.HAVE_SLF4J ? new ApplicationCode<>("SLF4J logger", event -> Slf4j.log(event)) : null;
    private final @Nullable ApplicationCode<TokenEvent> listener;
    private final ThreadPoolExecutor executor = new ThreadPoolExecutor(
            1, 1, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MAX_WAITING), this::thread, this::full);
    private volatile @Nullable Thread thread;

    Notifications(@Nullable TokenListener listener) {
        this.listener = listener == null ? null : new ApplicationCode<>("token listener", event -> listener.on(event));
        executor.allowCoreThreadTimeOut(true);
    }

    private Thread thread(Runnable work) {
        Thread daemon = Threads.daemon("digi.me listener", work);
        thread = daemon;
        return daemon;
    }

    void publish(TokenEvent event) {
        ApplicationCode<TokenEvent> used = log != null && Slf4j.logs(event) ? log : null;
        if (used == null && listener == null) {
            return;
        }
        try {
            executor.execute(CallerContext.captureMdc().around(() -> {
                call(used, event);
                call(listener, event);
            }));
        } catch (OutOfMemoryError noThread) {
            // A refresh must not fail for lack of a listener thread.
            report("no thread is available for the token listener", noThread);
        }
    }

    private void full(Runnable newest, ThreadPoolExecutor full) {
        if (full.isShutdown()) {
            return;
        }
        report("the token listener is too slow: its oldest events are dropped", null);
        full.getQueue().poll();
        full.execute(newest);
    }

    private static void call(@Nullable ApplicationCode<TokenEvent> code, TokenEvent event) {
        if (code != null) {
            code.call(event);
        }
    }

    private void report(String problem, @Nullable Throwable cause) {
        ApplicationCode<TokenEvent> any = listener == null ? log : listener;
        if (any != null) {
            any.report(problem, cause);
        }
    }

    /**
     * Delivers waiting events while the listener makes progress: for up to a second per event, five in total. Does not
     * wait for a listener that closes the client.
     */
    @Override
    public void close() {
        executor.shutdown();
        if (Thread.currentThread() == thread) {
            return;
        }
        long start = System.nanoTime();
        long handled = -1;
        try {
            while (handled < executor.getCompletedTaskCount() && System.nanoTime() - start < CLOSE_TIMEOUT.toNanos()) {
                handled = executor.getCompletedTaskCount();
                if (executor.awaitTermination(EVENT_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        executor.shutdownNow();
    }
}
