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
 * Delays the end of the process by up to ten seconds while a token request is in progress: its response may contain the
 * only valid token pair. A non-daemon thread delays the return from {@code main}, so that shutdown hooks do not close
 * the store; a shutdown hook delays {@code System.exit} and returns long after the request was sent. Does nothing on
 * Android, where processes do not end like that.
 */
final class ExitGuard implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    /** How much later a process may end. */
    private static final Duration LOOK = Duration.ofMillis(25);

    private static final String GUARD = "digi.me exit guard";
    /** HotSpot's name for the thread that has returned from {@code main} and waits for the others. */
    private static final String RETURNED = "DestroyJavaVM";

    private final boolean isNeeded;
    private final Set<CompletableFuture<?>> pending = ConcurrentHashMap.newKeySet();
    /** In terms of {@link System#nanoTime}. */
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

    /** Adds a request that is being sent, first or again, and is pending until the future completes. */
    @SuppressWarnings("CollectionUndefinedEquality") // the same future is meant
    void add(CompletableFuture<?> done) {
        if (isNeeded) {
            guardUntil = System.nanoTime() + TIMEOUT.toNanos();
            pending.add(done);
            CompletableFuture<?> unused = done.whenComplete((nothing, failure) -> pending.remove(done));
            startGuard();
        }
    }

    private synchronized void startGuard() {
        if (isClosed) {
            return;
        }
        try {
            if (hook == null) {
                Thread waiting =
                        Threads.nonDaemon("digi.me exit", () -> awaitAll(System.nanoTime() + TIMEOUT.toNanos()));
                Runtime.getRuntime().addShutdownHook(waiting);
                hook = waiting;
            }
            if (guard == null && !pending.isEmpty()) {
                Thread waiting = Threads.nonDaemon(GUARD, this::guard);
                waiting.start();
                guard = waiting;
            }
        } catch (IllegalStateException | OutOfMemoryError isEnding) {
            // The process is ending, or out of threads; the request must not fail because of that.
            return;
        }
    }

    /** Looks from time to time, so that one thread serves many requests that follow each other. */
    private void guard() {
        do {
            try {
                Thread.sleep(LOOK.toMillis());
            } catch (InterruptedException e) {
                // Whatever interrupts it does not end the requests.
            }
        } while (!hasEnded());
        if (!pending.isEmpty() && isLastThread()) {
            // The process has waited long enough; the hook must not wait again.
            pending.clear();
        }
    }

    private synchronized boolean hasEnded() {
        boolean isOver = pending.isEmpty() || guardUntil - System.nanoTime() <= 0;
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
        for (CompletableFuture<?> request : pending) {
            try {
                request.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (ExecutionException failed) {
                // Done, which is all that counts.
            } catch (InterruptedException | TimeoutException isPending) {
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
