package me.digi.client.internal.token;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import me.digi.client.internal.io.Deadline;
import me.digi.client.internal.io.Host;

/** One thread and a clock of one's own: work waits until somebody waits for it, and sleeping takes no time. */
final class ScriptedHost implements Host {
    /** Of a caller who waits for a minute, however long that takes. */
    static final Deadline WAIT = Deadline.after(Duration.ofMinutes(1), () -> 0);

    /** Something to do at a time. */
    private record Timer(long at, Runnable task) {}

    private final Deque<Runnable> work = new ArrayDeque<>();
    private final List<Timer> timers = new ArrayList<>();
    private final List<CompletableFuture<?>> awaited = new ArrayList<>();
    private final List<CompletableFuture<?>> sent = new ArrayList<>();
    private Duration ahead;
    private long nanos;
    private boolean isImpatient;
    private boolean refuses;
    private boolean isClosed;
    private Runnable duringSleep = () -> {};

    /** A machine whose wall clock is that far ahead. */
    ScriptedHost(Duration ahead) {
        this.ahead = ahead;
    }

    /** Callers stop waiting at once. */
    void beImpatient() {
        isImpatient = true;
    }

    /** Callers wait again. */
    void bePatient() {
        isImpatient = false;
    }

    /** Whoever sleeps is interrupted. */
    void close() {
        isClosed = true;
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

    /** How long it has slept, or otherwise let pass. */
    Duration slept() {
        return Duration.ofNanos(nanos);
    }

    /** Time goes by, and what is due on the way is done. */
    void pass(Duration duration) {
        long end = nanos + duration.toNanos();
        while (true) {
            Timer next = timers.stream()
                    .filter(timer -> timer.at <= end)
                    .min(Comparator.comparingLong(Timer::at))
                    .orElse(null);
            if (next == null) {
                break;
            }
            timers.remove(next);
            nanos = Math.max(nanos, next.at);
            next.task.run();
        }
        nanos = Math.max(nanos, end);
    }

    /** Time goes by, and this machine does nothing. */
    void elapse(Duration duration) {
        nanos += duration.toNanos();
    }

    /** The wall clock jumps. */
    void jump(Duration further) {
        ahead = ahead.plus(further);
    }

    /** How many things are to be done later. */
    int timers() {
        return timers.size();
    }

    /** What is to be done later. */
    List<Runnable> tasks() {
        return timers.stream().map(Timer::task).toList();
    }

    /** What callers have waited for. */
    List<CompletableFuture<?>> awaited() {
        return awaited;
    }

    /** What each request that left will complete when its response has landed. */
    List<CompletableFuture<?>> sent() {
        return sent;
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
    public void sleep(Duration duration) throws InterruptedException {
        if (isClosed) {
            throw new InterruptedException("closed");
        }
        nanos += duration.toNanos();
        duringSleep.run();
    }

    @Override
    public <T> T await(CompletableFuture<T> future, Duration patience) throws ExecutionException, TimeoutException {
        awaited.add(future);
        if (isImpatient) {
            throw new TimeoutException();
        }
        work();
        if (!future.isDone()) {
            throw new IllegalStateException("nobody would ever complete this");
        }
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
        Timer timer = new Timer(nanos + delay.toNanos(), task);
        timers.add(timer);
        return () -> timers.removeIf(timer::equals);
    }

    @Override
    public void requestSent(CompletableFuture<?> landed) {
        sent.add(landed);
    }
}
