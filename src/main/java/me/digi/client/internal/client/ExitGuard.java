package me.digi.client.internal.client;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the process from ending, for ten seconds at most, while a token request is under way: its response may have the only
 * pair that works. Returning from {@code main} waits for a thread that is no daemon, {@code System.exit} for a shutdown hook.
 * On Android, where processes do not end like that, it does neither.
 */
final class ExitGuard implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final boolean isNeeded;
    private final Set<Landing> underWay = ConcurrentHashMap.newKeySet();
    private @Nullable Thread guard;
    private @Nullable Thread hook;

    private ExitGuard(boolean isNeeded) {
        this.isNeeded = isNeeded;
    }

    static ExitGuard forThisPlatform() {
        return new ExitGuard(!"Dalvik".equals(System.getProperty("java.vm.name")));
    }

    /** What is waited for, until a moment of {@link System#nanoTime}; each one is itself, and equals no other. */
    private static final class Landing {
        private final CompletableFuture<?> landed;
        private final long deadline = System.nanoTime() + LONGEST.toNanos();

        Landing(CompletableFuture<?> landed) {
            this.landed = landed;
        }

        void await() {
            try {
                landed.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException ended) {
                // Nobody waits for it any longer.
                return;
            }
        }
    }

    void add(CompletableFuture<?> landed) {
        if (isNeeded) {
            Landing landing = new Landing(landed);
            underWay.add(landing);
            CompletableFuture<?> unused = landed.whenComplete((nothing, failure) -> underWay.remove(landing));
            stand();
        }
    }

    /** A thread while anything is under way, and a hook from the first time on. */
    private synchronized void stand() {
        try {
            if (hook == null) {
                Thread waiting = new Thread(this::awaitAll, "digi.me exit");
                Runtime.getRuntime().addShutdownHook(waiting);
                hook = waiting;
            }
            if (guard == null && !underWay.isEmpty()) {
                Thread waiting = new Thread(this::guard, "digi.me exit guard");
                waiting.setDaemon(false);
                waiting.start();
                guard = waiting;
            }
        } catch (IllegalStateException | OutOfMemoryError isEnding) {
            // The process is ending already, or has no thread left: the request must not fail over it.
            return;
        }
    }

    private void guard() {
        awaitAll();
        synchronized (this) {
            guard = null;
        }
        stand();
    }

    private void awaitAll() {
        underWay.forEach(landing -> {
            landing.await();
            underWay.remove(landing);
        });
    }

    @Override
    public synchronized void close() {
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
