package me.digi.client.internal.token;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import me.digi.client.internal.values.Host;

/** One thread and a clock of one's own: work waits until somebody waits for it, and sleeping takes no time. */
final class ScriptedHost implements Host {
    private final Duration ahead;
    private final Deque<Runnable> work = new ArrayDeque<>();
    private long nanos;
    private boolean isImpatient;
    private boolean refuses;
    private Runnable duringSleep = () -> {};

    /** A machine whose wall clock is that far ahead. */
    ScriptedHost(Duration ahead) {
        this.ahead = ahead;
    }

    /** Callers stop waiting at once. */
    void beImpatient() {
        isImpatient = true;
    }

    /** The next work finds no thread. */
    void refuseOnce() {
        refuses = true;
    }

    /** Runs this in each sleep. */
    void whileAsleep(Runnable deed) {
        duringSleep = deed;
    }

    /** How much work waits. */
    int waiting() {
        return work.size();
    }

    /** Does the work that waits. */
    void work() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }

    /** How long it has slept. */
    Duration slept() {
        return Duration.ofNanos(nanos);
    }

    @Override
    public Instant now() {
        return Instant.parse("2026-01-01T00:00:00Z").plus(ahead).plusNanos(nanos);
    }

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public void sleep(Duration duration) {
        nanos += duration.toNanos();
        duringSleep.run();
    }

    @Override
    public <T> T await(CompletableFuture<T> future, Duration patience) throws ExecutionException, TimeoutException {
        if (isImpatient) {
            throw new TimeoutException();
        }
        work();
        try {
            return future.get();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void execute(Runnable task) {
        if (refuses) {
            refuses = false;
            throw new RejectedExecutionException("no thread available");
        }
        work.add(task);
    }

    @Override
    public Runnable after(Duration delay, Runnable task) {
        return () -> {};
    }

    @Override
    public void sent(CompletableFuture<?> landed) {}
}
