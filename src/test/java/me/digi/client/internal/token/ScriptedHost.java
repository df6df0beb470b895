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

/** A single thread with its own clock: tasks run when a caller waits for them, and sleeping takes no time. */
final class ScriptedHost implements Host {
    /** The deadline of a caller that waits for a minute. */
    static final Deadline WAIT = Deadline.after(Duration.ofMinutes(1), () -> 0);

    /** A task with its time. */
    private record Timer(long at, Runnable task) {}

    private final Deque<Runnable> work = new ArrayDeque<>();
    private final List<Timer> timers = new ArrayList<>();
    private final List<CompletableFuture<?>> awaited = new ArrayList<>();
    private final List<CompletableFuture<?>> sent = new ArrayList<>();
    private Duration ahead;
    private long nanos;
    private boolean timesOut;
    private int interrupts;
    private Duration untilInterrupt = Duration.ZERO;
    private boolean refuses;
    private boolean isClosed;
    private Runnable duringSleep = () -> {};

    /** A machine whose wall clock is that far ahead. */
    ScriptedHost(Duration ahead) {
        this.ahead = ahead;
    }

    /** Callers time out at once. */
    void timeOutCallers() {
        timesOut = true;
    }

    /** Callers wait again. */
    void letCallersWait() {
        timesOut = false;
    }

    /** Waiting callers are interrupted this many times, each after this time; then they time out. */
    void interruptCallers(int times, Duration each) {
        timesOut = true;
        interrupts = times;
        untilInterrupt = each;
    }

    /** Sleeping threads are interrupted. */
    void close() {
        isClosed = true;
    }

    /** The next task is rejected. */
    void refuseOnce() {
        refuses = true;
    }

    /** Runs this in each sleep. */
    void whileAsleep(Runnable deed) {
        duringSleep = deed;
    }

    /** The number of tasks that have not run. */
    int waiting() {
        return work.size();
    }

    /** Runs the waiting tasks. */
    void work() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }

    /** The time that has passed. */
    Duration slept() {
        return Duration.ofNanos(nanos);
    }

    /** Advances both clocks, and runs what becomes due. */
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

    /** Advances both clocks without running anything, as if the machine was suspended. */
    void elapse(Duration duration) {
        nanos += duration.toNanos();
    }

    /** The wall clock jumps. */
    void jump(Duration further) {
        ahead = ahead.plus(further);
    }

    /** The number of timers. */
    int timers() {
        return timers.size();
    }

    /** The tasks of the timers. */
    List<Runnable> tasks() {
        return timers.stream().map(Timer::task).toList();
    }

    /** The futures that callers have waited for. */
    List<CompletableFuture<?>> awaited() {
        return awaited;
    }

    /** A future per request that was sent, completed when its response is stored. */
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
    public <T> T await(CompletableFuture<T> future, Duration patience)
            throws InterruptedException, ExecutionException, TimeoutException {
        awaited.add(future);
        if (interrupts > 0) {
            interrupts--;
            boolean isInterrupted = untilInterrupt.compareTo(patience) < 0;
            elapse(isInterrupted ? untilInterrupt : patience);
            if (isInterrupted) {
                throw new InterruptedException("while waiting");
            }
        }
        if (timesOut) {
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
