package me.digi.client.internal.token.schedules;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Threads of which one runs at a time, until it pauses; which one continues is random. The same seed gives the same
 * course of events. Time passes only when all of them wait for it.
 */
final class Fibers {
    /** How likely a fiber is to continue: a few long runs and many short ones find different faults. */
    private static final double[] STEADINESS = {0, 0.6, 0.9};

    private static final int MAX_STEPS = 60_000;
    private static final long MAX_REAL_SECONDS = 30;
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(Fibers::thread);

    private final Random random;
    private final double steadiness;
    private final List<Fiber> all = new ArrayList<>();
    private final List<Fiber> ready = new ArrayList<>();
    private final PriorityQueue<Event> events = new PriorityQueue<>(
            Comparator.<Event>comparingLong(event -> event.at).thenComparingInt(event -> event.order));
    private final Semaphore ended = new Semaphore(0);
    private final List<String> course = new ArrayList<>();
    private Runnable observer = () -> {};
    private long now;
    private int steps;
    private int eventCount;
    private int drivers;
    private boolean isOver;
    private @Nullable Fiber running;
    private @Nullable Throwable failure;

    /** What a fiber belongs to: it stands still while the owner is stopped, and runs to its end once the owner is gone. */
    interface Owner {
        boolean isGone();

        long stoppedUntil();
    }

    private static final class Fiber {
        final Semaphore turn = new Semaphore(0);
        final boolean isDriver;
        final Thread[] thread = new Thread[1];

        @Nullable
        Owner owner;
        /** Null if the fiber is ready, or waits only for a time. */
        @Nullable
        BooleanSupplier condition;

        long wakeAt;

        Fiber(@Nullable Owner owner, boolean isDriver) {
            this.owner = owner;
            this.isDriver = isDriver;
        }

        long readyAt(long now) {
            if (owner != null && owner.isGone()) {
                return now;
            }
            long at = condition != null && condition.getAsBoolean() ? now : wakeAt;
            return owner == null ? at : Math.max(at, owner.stoppedUntil());
        }
    }

    /** What happens at a time, whichever fiber runs. */
    private static final class Event {
        final long at;
        final int order;

        @Nullable
        Runnable work;

        Event(long at, int order, Runnable work) {
            this.at = at;
            this.order = order;
            this.work = work;
        }
    }

    Fibers(long seed) {
        this.random = new Random(seed);
        this.steadiness = STEADINESS[random.nextInt(STEADINESS.length)];
    }

    /** Calls this after each step of a fiber and each event. */
    void observe(Runnable newObserver) {
        observer = newObserver;
    }

    /** Adds a fiber that {@link #run} waits for. */
    void startDriver(Runnable body) {
        drivers++;
        start(new Fiber(null, true), body);
    }

    /** Adds a fiber of this owner, which may outlive {@link #run}. */
    void start(Owner owner, Runnable body) {
        start(new Fiber(owner, false), body);
    }

    /** Runs the event, which must not pause, when the time has come, unless the returned action is run before. */
    Runnable at(long time, Runnable work) {
        Event event = new Event(time, eventCount++, work);
        events.add(event);
        return () -> event.work = null;
    }

    /** Lets the fibers run until all drivers have ended; throws what one of them has thrown. */
    void run() {
        updateFromApplication(null);
        awaitEnd();
        if (failure != null) {
            throw new AssertionError(failure.getMessage(), failure);
        }
    }

    /** Ends all fibers, wherever they are. */
    void end() {
        isOver = true;
        if (!all.isEmpty()) {
            updateFromApplication(null);
            awaitEnd();
        }
    }

    /** Lets another fiber continue, perhaps. */
    void pause() {
        Fiber self = self();
        if (++steps > MAX_STEPS) {
            fail(new AssertionError("the schedule does not end"));
        }
        abandonIfOver();
        updateFromApplication(self);
        abandonIfOver();
    }

    void sleep(Duration duration) {
        boolean unused = waitUntil(() -> false, duration);
    }

    /** Waits for the condition, or for the time: whether the condition was met. */
    boolean waitUntil(BooleanSupplier condition, Duration patience) {
        Fiber self = self();
        self.condition = condition;
        self.wakeAt = now + patience.toNanos();
        try {
            pause();
            return condition.getAsBoolean();
        } finally {
            self.condition = null;
            self.wakeAt = 0;
        }
    }

    /** The running fiber belongs to this process from now on, or to none. */
    void belongTo(@Nullable Owner owner) {
        self().owner = owner;
    }

    /** The running fiber. */
    Object current() {
        return self();
    }

    /** Records what happened, for diagnosis. */
    void note(String what) {
        course.add(String.format("%7.1f s  %s", now / 1e9, what));
    }

    String course() {
        return String.join("\n", course);
    }

    /** Fails the whole schedule if the assertion fails, even if the error is caught. */
    void check(Runnable assertion) {
        try {
            assertion.run();
        } catch (AssertionError e) {
            fail(e);
        }
    }

    /** Nanoseconds since the start. */
    long now() {
        return now;
    }

    boolean chance(double probability) {
        return probability > 0 && random.nextDouble() < probability;
    }

    int lot(int bound) {
        return random.nextInt(bound);
    }

    /** A duration below this one. */
    Duration upTo(Duration bound) {
        return Duration.ofMillis(random.nextInt((int) bound.toMillis() + 1));
    }

    private void start(Fiber fiber, Runnable body) {
        all.add(fiber);
        THREADS.execute(() -> live(fiber, body));
    }

    private void live(Fiber fiber, Runnable body) {
        fiber.thread[0] = Thread.currentThread();
        fiber.turn.acquireUninterruptibly();
        try {
            abandonIfOver();
            body.run();
        } catch (Abandoned | SimulatedProcess.Crashed e) {
            // The course is over, or the process is.
        } catch (Throwable e) {
            fail(e);
        }
        boolean unused = Thread.interrupted();
        all.remove(fiber);
        drivers -= fiber.isDriver ? 1 : 0;
        boolean isDraining = isOver || failure != null;
        if (isDraining ? all.isEmpty() : drivers == 0) {
            ended.release();
        } else {
            updateFromApplication(null);
        }
    }

    private void updateFromApplication(@Nullable Fiber self) {
        observer.run();
        Fiber next = next();
        running = next;
        if (next != self) {
            next.turn.release();
            if (self != null) {
                self.turn.acquireUninterruptibly();
            }
        }
    }

    private Fiber next() {
        while (!isOver && failure == null) {
            Event event = nextEvent();
            long earliest = findReady(event == null ? Long.MAX_VALUE : event.at);
            boolean isDue = event != null && event.at <= now;
            if (!isDue && running != null && ready.contains(running) && chance(steadiness)) {
                return running;
            }
            int choices = ready.size() + (isDue ? 1 : 0);
            if (choices > 0) {
                int choice = random.nextInt(choices);
                if (choice < ready.size()) {
                    return ready.get(choice);
                }
                happen(events.remove());
            } else if (earliest == Long.MAX_VALUE) {
                fail(new AssertionError("all wait for each other"));
            } else {
                now = earliest;
            }
        }
        return all.get(0);
    }

    private @Nullable Event nextEvent() {
        while (!events.isEmpty() && events.element().work == null) {
            events.remove();
        }
        return events.peek();
    }

    private long findReady(long earliestEvent) {
        ready.clear();
        long earliest = earliestEvent;
        for (Fiber fiber : all) {
            long at = fiber.readyAt(now);
            if (at <= now) {
                ready.add(fiber);
            } else {
                earliest = Math.min(earliest, at);
            }
        }
        return earliest;
    }

    private void happen(Event event) {
        try {
            Runnable work = event.work;
            if (work != null) {
                work.run();
            }
            observer.run();
        } catch (RuntimeException | AssertionError e) {
            fail(e);
        }
    }

    private Fiber self() {
        Fiber self = running;
        if (self == null || self.thread[0] != Thread.currentThread()) {
            throw new IllegalStateException("not on a fiber: " + Thread.currentThread());
        }
        return self;
    }

    private void abandonIfOver() {
        if (isOver || failure != null) {
            throw new Abandoned();
        }
    }

    private void fail(Throwable e) {
        if (failure == null) {
            failure = e;
        }
    }

    /** A fiber that waits on a lock of another one would stop all of them. */
    private void awaitEnd() {
        try {
            if (ended.tryAcquire(MAX_REAL_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        StringBuilder stacks = new StringBuilder("a fiber blocks all others");
        for (Fiber fiber : all) {
            stacks.append("\n\nfiber").append(fiber == running ? " (running)" : "");
            for (StackTraceElement frame : fiber.thread[0].getStackTrace()) {
                stacks.append("\n  ").append(frame);
            }
        }
        throw new AssertionError(stacks);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "fiber");
        thread.setDaemon(true);
        return thread;
    }

    /** Ends a fiber, since the course is over. */
    static final class Abandoned extends Error {
        private static final long serialVersionUID = 1L;

        Abandoned() {
            super("the course is over", null, false, false);
        }
    }
}
