package me.digi.client.internal.token;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import me.digi.client.internal.http.Sleeper;

/** The threads that refreshes run on, as many as there are refreshes; none of them keeps a program alive. */
final class Flights implements Executor, AutoCloseable {
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(90);

    private final ExecutorService executor;

    /** On daemon threads of its own. */
    Flights() {
        this(new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE,
                IDLE.toMillis(),
                TimeUnit.MILLISECONDS,
                new SynchronousQueue<>(),
                work -> Daemon.thread("digi.me refresh", work)));
    }

    Flights(ExecutorService executor) {
        this.executor = executor;
    }

    @Override
    public void execute(Runnable work) {
        executor.execute(work);
    }

    /** Waits as that one does, but no more once this is closed: who waits for others has nothing to bring to an end. */
    Sleeper untilClosed(Sleeper sleeper) {
        return duration -> {
            if (executor.isShutdown()) {
                throw new InterruptedException("closed");
            }
            sleeper.sleep(duration);
        };
    }

    /** Takes no new work, and waits for what is under way: a refresh that is cut off leaves a dead pair behind. */
    @Override
    public void close() {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(LONGEST_FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
