package me.digi.client.internal.token.schedules;

import java.time.Duration;
import java.time.Instant;
import me.digi.client.error.DigiMeException;
import org.jspecify.annotations.Nullable;

/** A client in a process of its own, which can be stopped, and can crash, at every step that it takes outside itself. */
final class SimulatedProcess implements Fibers.Owner {
    private static final double STOPS_AT_A_STEP = 0.05;
    private static final double CRASHES_AT_A_STEP = 0.05;
    static final Duration LONGEST_STOP = Duration.ofSeconds(60);

    final Engine engine;
    private final TokenSchedule schedule;
    private final String name;
    private final SimulatedHost host;
    private Duration ahead;
    private long stoppedUntil;
    private long outageUntil;
    private long hinderedAt = Long.MIN_VALUE;
    private long jumpedAt = Long.MIN_VALUE;
    private boolean isGone;

    SimulatedProcess(TokenSchedule schedule, String name) {
        this.schedule = schedule;
        this.name = name;
        this.ahead = anySkew();
        this.host = new SimulatedHost(this, schedule.fibers);
        this.engine = schedule.engines.start(
                new SimulatedStore(this, schedule),
                new SimulatedEndpoint(this, schedule),
                host,
                new OrderedEvents(this, schedule)::accept);
    }

    /** Whether it crashed or was closed. */
    @Override
    public boolean isGone() {
        return isGone;
    }

    @Override
    public long stoppedUntil() {
        return stoppedUntil;
    }

    /** Whether it was stopped, or kept from the store, at or after that time. */
    boolean wasHinderedSince(long time) {
        return hinderedAt >= time || (stoppedUntil >= time && stoppedUntil > 0);
    }

    boolean hasJumpedSince(long time) {
        return jumpedAt >= time;
    }

    Instant wallTime() {
        return schedule.trueTime().plus(ahead);
    }

    void stop(Duration duration) {
        schedule.fibers.note(this + " is stopped for " + duration);
        stoppedUntil = schedule.fibers.now() + duration.toNanos();
    }

    void jump() {
        ahead = anySkew();
        jumpedAt = schedule.fibers.now();
        schedule.fibers.note(this + " has its clock ahead by " + ahead);
    }

    void loseStore(Duration duration) {
        schedule.fibers.note(this + " loses the store for " + duration);
        outageUntil = schedule.fibers.now() + duration.toNanos();
    }

    void crash() {
        schedule.fibers.note(this + " crashes");
        isGone = true;
    }

    void close() {
        schedule.fibers.note(this + " closes");
        engine.close();
        host.close();
        schedule.fibers.note(this + " is closed");
        schedule.responses.closed(this);
        isGone = true;
    }

    /** Others may continue meanwhile, and this process may be gone afterwards. */
    void step() {
        Fibers fibers = schedule.fibers;
        fibers.pause();
        if (!schedule.isCalm() && fibers.chance(schedule.rates.stop() * STOPS_AT_A_STEP)) {
            stop();
        } else if (!schedule.isCalm() && fibers.chance(schedule.rates.crash() * CRASHES_AT_A_STEP)) {
            schedule.crash(this);
        }
        endIfGone();
    }

    /** A request is about to leave: the worst moment to be stopped. */
    void stepBeforeSending() {
        step();
        if (!schedule.isCalm() && schedule.fibers.chance(schedule.rates.stop())) {
            stop();
            endIfGone();
        }
    }

    private void stop() {
        stop(schedule.fibers.upTo(LONGEST_STOP));
        schedule.fibers.pause();
    }

    void sleep(Duration duration) {
        schedule.fibers.sleep(duration);
        endIfGone();
    }

    /** One operation of the store begins or ends: it may take a while, or fail. */
    void useStore() {
        step();
        Fibers fibers = schedule.fibers;
        Duration delay = schedule.storeDelay();
        if (!delay.isZero()) {
            hinderedAt = fibers.now() + delay.toNanos();
            sleep(delay);
        }
        boolean isOut = !schedule.isCalm() && fibers.now() < outageUntil;
        if (isOut || schedule.storeFails()) {
            hinderedAt = Math.max(hinderedAt, fibers.now());
            fibers.note("the store fails " + this);
            throw new IllegalStateException("the store is out of order");
        }
    }

    void endIfGone() {
        if (isGone) {
            throw new Crashed();
        }
    }

    /** The row's user as this process sees it. */
    Engine.User user(Row row) {
        return engine.user(schedule.server.contract(), row.userKey());
    }

    void note(Row row, String what, @Nullable DigiMeException failure) {
        schedule.fibers.note(this + " " + what + " of " + row + (failure == null ? "" : ": " + failure.getMessage()));
    }

    @Override
    public String toString() {
        return name;
    }

    private Duration anySkew() {
        Duration most = schedule.rates.skew();
        return schedule.fibers.upTo(most.multipliedBy(2)).minus(most);
    }

    /** What a process does that is gone. */
    static final class Crashed extends Error {
        private static final long serialVersionUID = 1L;

        Crashed() {
            super("the process is gone", null, false, false);
        }
    }
}
