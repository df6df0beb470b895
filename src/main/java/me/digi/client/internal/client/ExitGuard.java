package me.digi.client.internal.client;

import java.time.Duration;
import java.util.Map;
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
    /** What is under way, and until when it is waited for, by {@link System#nanoTime}. */
    private final Map<CompletableFuture<?>, Long> underWay = new ConcurrentHashMap<>();

    private @Nullable Thread guard;
    private @Nullable Thread hook;

    private ExitGuard(boolean isNeeded) {
        this.isNeeded = isNeeded;
    }

    static ExitGuard forThisPlatform() {
        return new ExitGuard(!"Dalvik".equals(System.getProperty("java.vm.name")));
    }

    void add(CompletableFuture<?> landed) {
        if (!isNeeded || underWay.putIfAbsent(landed, System.nanoTime() + LONGEST.toNanos()) != null) {
            return;
        }
        landed.whenComplete((nothing, failure) -> underWay.remove(landed));
        stand();
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
        underWay.forEach((landed, deadline) -> {
            try {
                landed.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException ended) {
                // Nobody waits for it any longer.
            }
            underWay.remove(landed);
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
