package me.digi.client.internal.api;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import me.digi.client.diagnostics.TokenEvent;
import me.digi.client.diagnostics.TokenListener;
import me.digi.client.internal.http.CallerContext;
import me.digi.client.internal.http.OptionalLibraries;
import me.digi.client.internal.http.Slf4jLog;
import me.digi.client.internal.io.ApplicationCode;
import me.digi.client.internal.io.Threads;
import org.jspecify.annotations.Nullable;

/**
 * Calls the application's token listener, after SLF4J, for one event after the other, on a thread that nothing else waits for. A thousand
 * events wait for it at most; then the oldest gives way, since the newest pair is worth more than those before it.
 */
final class Notifications implements AutoCloseable {
    private static final int MOST_WAITING = 1000;
    /** How long a close waits for one event to be handled, and for all of them. */
    private static final Duration LONGEST_EVENT = Duration.ofSeconds(1);

    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(5);

    private final @Nullable ApplicationCode<TokenEvent> log =
            OptionalLibraries.HAVE_SLF4J ? new ApplicationCode<>("SLF4J logger", event -> Slf4jLog.log(event)) : null;
    private final @Nullable ApplicationCode<TokenEvent> listener;
    private final ThreadPoolExecutor executor = new ThreadPoolExecutor(
            1, 1, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), this::thread, this::full);
    private volatile @Nullable Thread thread;

    /** Calls this listener, if there is one. */
    Notifications(@Nullable TokenListener listener) {
        this.listener = listener == null ? null : new ApplicationCode<>("token listener", event -> listener.on(event));
        executor.allowCoreThreadTimeOut(true);
    }

    private Thread thread(Runnable work) {
        Thread daemon = Threads.daemon("digi.me listener", work);
        thread = daemon;
        return daemon;
    }

    void tell(TokenEvent event) {
        ApplicationCode<TokenEvent> used = log != null && Slf4jLog.logs(event) ? log : null;
        if (used == null && listener == null) {
            return;
        }
        try {
            executor.execute(CallerContext.captureMdc().around(() -> {
                call(used, event);
                call(listener, event);
            }));
        } catch (OutOfMemoryError noThread) {
            // The refresh must not fail because there is no thread for its listener.
            report("there is no thread for the token listener", noThread);
        }
    }

    /** Makes room, but not after the close. */
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
     * Lets the listener handle the events that wait, for as long as it gets on with them: for one second per event, and for
     * five in all. A listener that closes the client is not waited for.
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
            while (handled < executor.getCompletedTaskCount() && System.nanoTime() - start < LONGEST_CLOSE.toNanos()) {
                handled = executor.getCompletedTaskCount();
                if (executor.awaitTermination(LONGEST_EVENT.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        executor.shutdownNow();
    }
}
