package me.digi.client.internal.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;

/**
 * Threads of which one runs at a time, until it gives way; which one goes on is drawn by lot. The same seed gives the
 * same course of events. Time stands still until all of them wait for it, or until a fiber moves it.
 */
final class Fibers extends Clock {
    private static final Instant LONG_AGO = Instant.EPOCH;
    /** How likely it is that a fiber goes on: much differs between a few long runs and many short ones. */
    private static final double[] STEADINESS = {0, 0.6, 0.9};

    private static final int MOST_STEPS = 100_000;
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(Fibers::thread);

    private final Random random;
    private final double steadiness;
    private final List<Fiber> all = new ArrayList<>();
    private final Semaphore ended = new Semaphore(0);
    private final List<String> course = new ArrayList<>();
    private final Instant start;
    private Instant now;
    private int steps;
    private Fiber running;
    private Throwable failure;

    private static final class Fiber {
        final Semaphore turn = new Semaphore(0);
        Instant wakeAt = LONG_AGO;
        BooleanSupplier condition = () -> true;
    }

    Fibers(Random random, Instant start) {
        this.random = random;
        this.steadiness = STEADINESS[random.nextInt(STEADINESS.length)];
        this.start = start;
        this.now = start;
    }

    /** Adds a fiber, which waits for its turn. */
    void start(Runnable body) {
        Fiber fiber = new Fiber();
        all.add(fiber);
        THREADS.execute(() -> live(fiber, body));
    }

    /** Lets the fibers run until all have ended; throws what one of them has thrown. */
    void run() {
        handOver(null);
        ended.acquireUninterruptibly();
        if (failure != null) {
            throw new AssertionError(failure.getMessage() + "\n" + String.join("\n", course), failure);
        }
    }

    /** Lets another fiber go on, perhaps. */
    void pause() {
        Fiber self = running;
        if (++steps > MOST_STEPS) {
            fail(new AssertionError("the schedule does not end"));
        }
        if (failure != null) {
            throw new Abandoned();
        }
        handOver(self);
        if (failure != null) {
            throw new Abandoned();
        }
    }

    void sleep(Duration duration) {
        running.wakeAt = now.plus(duration);
        pause();
    }

    void waitUntil(BooleanSupplier condition) {
        running.condition = condition;
        pause();
        running.condition = () -> true;
    }

    /** Writes down what has happened, for whoever has to find out why it did. */
    void note(String what) {
        course.add(Duration.between(start, now).toSeconds() + " s: " + what);
    }

    /** Fails the whole course if the assertion does, whoever catches what is thrown here. */
    void check(Runnable assertion) {
        try {
            assertion.run();
        } catch (AssertionError e) {
            fail(e);
        }
    }

    /** Lets time pass, for all. */
    void advance(Duration duration) {
        now = now.plus(duration);
    }

    /** How far the course has come. */
    int steps() {
        return steps;
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    int lot(int bound) {
        return random.nextInt(bound);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }

    private void live(Fiber fiber, Runnable body) {
        fiber.turn.acquireUninterruptibly();
        try {
            body.run();
        } catch (Abandoned e) {
            // Another fiber has failed.
        } catch (Throwable e) {
            fail(e);
        }
        all.remove(fiber);
        if (all.isEmpty()) {
            ended.release();
        } else {
            handOver(null);
        }
    }

    private void handOver(Fiber self) {
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
        while (failure == null) {
            List<Fiber> ready = new ArrayList<>();
            Instant earliest = Instant.MAX;
            for (Fiber fiber : all) {
                boolean isMet = fiber.condition.getAsBoolean();
                if (isMet && !fiber.wakeAt.isAfter(now)) {
                    ready.add(fiber);
                } else if (isMet && fiber.wakeAt.isBefore(earliest)) {
                    earliest = fiber.wakeAt;
                }
            }
            if (ready.contains(running) && random.nextDouble() < steadiness) {
                return running;
            }
            if (!ready.isEmpty()) {
                return ready.get(random.nextInt(ready.size()));
            }
            if (earliest.equals(Instant.MAX)) {
                fail(new AssertionError("all wait for each other"));
            } else {
                now = earliest;
            }
        }
        return all.get(0);
    }

    private void fail(Throwable e) {
        if (failure == null) {
            failure = e;
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "fiber");
        thread.setDaemon(true);
        return thread;
    }

    /** Ends a fiber, since another one has failed. */
    static final class Abandoned extends Error {
        private static final long serialVersionUID = 1L;
    }
}
