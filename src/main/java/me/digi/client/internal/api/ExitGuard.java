package me.digi.client.internal.api;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import me.digi.client.internal.io.Threads;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the process from ending, for ten seconds at most, while a token request is under way: its response may have the only
 * pair that works. Returning from {@code main} waits for a thread that is no daemon, so that the application's shutdown hooks
 * do not take the store away; {@code System.exit}, and a return long after the request was sent, wait for a shutdown hook. On
 * Android, where processes do not end like that, it does neither.
 */
final class ExitGuard implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final String GUARD = "digi.me exit guard";
    /** What HotSpot calls the thread that has returned from {@code main} and waits for the others. */
    private static final String RETURNED = "DestroyJavaVM";

    private final boolean isNeeded;
    private final Set<Landing> underWay = ConcurrentHashMap.newKeySet();
    /** A moment of {@link System#nanoTime}. */
    private volatile long guardUntil;

    private @Nullable Thread guard;
    private @Nullable Thread hook;
    private boolean isClosed;

    private ExitGuard(boolean isNeeded) {
        this.isNeeded = isNeeded;
    }

    static ExitGuard forThisPlatform() {
        return new ExitGuard(!"Dalvik".equals(System.getProperty("java.vm.name")));
    }

    /** What is waited for; each one is itself, and equals no other. */
    private static final class Landing {
        private final CompletableFuture<?> landed;

        Landing(CompletableFuture<?> landed) {
            this.landed = landed;
        }

        /** Whether it has landed by that moment of {@link System#nanoTime}. */
        boolean await(long deadline) {
            try {
                landed.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
                return true;
            } catch (ExecutionException hasLanded) {
                return true;
            } catch (InterruptedException | TimeoutException isUnderWay) {
                return false;
            }
        }
    }

    /** A request is being sent, for the first time or once more, and is under way until this is completed. */
    void add(CompletableFuture<?> landed) {
        if (isNeeded) {
            guardUntil = System.nanoTime() + LONGEST.toNanos();
            Landing landing = new Landing(landed);
            underWay.add(landing);
            CompletableFuture<?> unused = landed.whenComplete((nothing, failure) -> underWay.remove(landing));
            stand();
        }
    }

    /** A thread while anything is under way, and a hook from the first time on. */
    private synchronized void stand() {
        if (isClosed) {
            return;
        }
        try {
            if (hook == null) {
                Thread waiting =
                        Threads.waitedFor("digi.me exit", () -> awaitAll(System.nanoTime() + LONGEST.toNanos()));
                Runtime.getRuntime().addShutdownHook(waiting);
                hook = waiting;
            }
            if (guard == null && !underWay.isEmpty()) {
                Thread waiting = Threads.waitedFor(GUARD, this::guard);
                waiting.start();
                guard = waiting;
            }
        } catch (IllegalStateException | OutOfMemoryError isEnding) {
            // The process is ending already, or has no thread left: the request must not fail over it.
            return;
        }
    }

    private void guard() {
        do {
            awaitAll(guardUntil);
        } while (!hasEnded());
        if (!underWay.isEmpty() && isLastThread()) {
            // The process would have ended but for this thread: the hook is not to wait as long again.
            underWay.clear();
        }
    }

    private synchronized boolean hasEnded() {
        boolean isOver = underWay.isEmpty() || guardUntil - System.nanoTime() <= 0;
        guard = isOver ? null : guard;
        return isOver;
    }

    private static boolean isLastThread() {
        return Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> !thread.isDaemon()
                        && !thread.getName().equals(GUARD)
                        && !thread.getName().equals(RETURNED));
    }

    private void awaitAll(long deadline) {
        for (Landing landing : underWay) {
            if (!landing.await(deadline)) {
                return;
            }
        }
    }

    @Override
    public synchronized void close() {
        isClosed = true;
        if (hook != null) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException isEnding) {
                return;
            }
            hook = null;
        }
    }
}
