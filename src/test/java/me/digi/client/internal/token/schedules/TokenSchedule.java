package me.digi.client.internal.token.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.error.DigiMeException;
import me.digi.client.store.GrantKey;
import me.digi.client.store.GrantNotFoundException;

/**
 * One course of events: a few processes share a store and use the tokens of a few users, while requests are lost, the
 * store fails, processes stop, crash and start again, users withdraw their consent, and time passes. What must hold is
 * checked at every step, and at the end, when all trouble is over, every process must have the newest pair.
 */
final class TokenSchedule {
    private static final Instant MODEL_START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int USERS = 2;
    private static final int MAX_OPERATIONS = 16;
    private static final Duration LONGEST_STORE_DELAY = Duration.ofSeconds(6);
    private static final Duration UNTIL_ALL_PAUSES_ARE_OVER = Duration.ofMinutes(11);
    private static final Duration UNTIL_ALL_LOOK_AGAIN = Duration.ofSeconds(31);

    final Fibers fibers;
    final Instant start;
    final Rates rates;
    final RotatingServer server;
    final Engine.Factory engines;
    final Violations violations;
    final Responses responses = new Responses(this);
    final Requests requests = new Requests(this);
    final Verdicts verdicts = new Verdicts(this);
    private final long seed;
    private final String serverName;
    private final Operations operations;
    private final List<Row> rows = new ArrayList<>();
    private final List<SimulatedProcess> processes = new ArrayList<>();
    private int started;
    private boolean isCalm = true;

    /** A schedule on a model server, the kind of which follows from the seed. */
    static TokenSchedule onModel(long seed, ContractDetails contract, Engine.Factory engines) {
        ModelServer.Kind[] kinds = ModelServer.Kind.values();
        ModelServer.Kind kind = kinds[(int) Math.floorMod(seed, (long) kinds.length)];
        return new TokenSchedule(
                seed,
                kind.name(),
                MODEL_START,
                it -> new ModelServer(kind, it.fibers, MODEL_START, contract, it::isResponseOdd),
                engines);
    }

    TokenSchedule(
            long seed,
            String serverName,
            Instant start,
            Function<TokenSchedule, RotatingServer> servers,
            Engine.Factory engines) {
        this.seed = seed;
        this.serverName = serverName;
        this.fibers = new Fibers(seed);
        this.start = start;
        this.rates = Rates.drawn(fibers);
        this.server = servers.apply(this);
        this.engines = engines;
        this.violations = new Violations(fibers);
        this.operations = new Operations(this);
        fibers.note(rates.toString());
    }

    void run() {
        try {
            fibers.startDriver(this::begin);
            fibers.run();
            isCalm = false;
            fibers.observe(verdicts::observe);
            for (int slot = 0; slot < processes.size(); slot++) {
                int mine = slot;
                for (int fiber = 1 + fibers.lot(2); fiber > 0; fiber--) {
                    fibers.startDriver(() -> live(mine));
                }
            }
            fibers.run();
            isCalm = true;
            fibers.note("all is calm");
            fibers.startDriver(this::settle);
            fibers.run();
        } finally {
            fibers.observe(() -> {});
            fibers.end();
            server.close();
        }
    }

    String serverName() {
        return serverName;
    }

    @Override
    public String toString() {
        return "seed " + seed + ", server " + serverName;
    }

    List<Row> rows() {
        return rows;
    }

    Row row(GrantKey grant) {
        return rows.stream()
                .filter(row -> row.userKey().equals(grant.userKey()))
                .findFirst()
                .orElseThrow();
    }

    Instant trueTime() {
        return start.plusNanos(fibers.now());
    }

    boolean isCalm() {
        return isCalm;
    }

    Fault nextFault() {
        return !isCalm && fibers.chance(rates.network()) ? Fault.any(fibers) : Fault.NONE;
    }

    boolean isSlow() {
        return !isCalm && fibers.chance(rates.slowServer());
    }

    boolean failsToFetchKeys() {
        return !isCalm && fibers.chance(rates.keys());
    }

    boolean isResponseOdd() {
        return !isCalm && fibers.chance(rates.odd());
    }

    boolean storeFails() {
        return !isCalm && fibers.chance(rates.store());
    }

    Duration storeDelay() {
        return !isCalm && fibers.chance(rates.slowStore()) ? fibers.upTo(LONGEST_STORE_DELAY) : Duration.ZERO;
    }

    boolean refusesAtGateway() {
        return !isCalm && fibers.chance(rates.gateway());
    }

    boolean actsOnPairs() {
        return !isCalm && fibers.chance(rates.application());
    }

    void happenAt(long time, Runnable event) {
        Runnable unused = fibers.at(time, event);
    }

    SimulatedProcess process(int slot) {
        return processes.get(slot);
    }

    boolean isReplaced(SimulatedProcess process) {
        return !processes.contains(process);
    }

    void crash(SimulatedProcess process) {
        process.crash();
        responses.crashed(process);
        restart(process);
    }

    /** Another process takes its place. */
    void restart(SimulatedProcess process) {
        int slot = processes.indexOf(process);
        if (slot >= 0) {
            processes.set(slot, newProcess());
        }
    }

    private void begin() {
        for (int process = 2 + fibers.lot(2); process > 0; process--) {
            processes.add(newProcess());
        }
        for (int user = 0; user < USERS; user++) {
            Row row = new Row(this, user);
            rows.add(row);
            fibers.belongTo(processes.get(0));
            operations.signIn(processes.get(0), row);
        }
    }

    private SimulatedProcess newProcess() {
        return new SimulatedProcess(this, "process-" + ++started);
    }

    private void live(int slot) {
        for (int operation = 1 + fibers.lot(MAX_OPERATIONS); operation > 0; operation--) {
            fibers.pause();
            operations.attempt(slot, processes.get(slot), rows.get(fibers.lot(USERS)));
        }
    }

    private void settle() {
        for (int round = 0; round < 3; round++) {
            fibers.sleep(UNTIL_ALL_PAUSES_ARE_OVER);
            for (SimulatedProcess process : processes) {
                rows.forEach(row -> tryOnce(process, row));
            }
        }
        responses.settled();
        rows.forEach(this::settle);
    }

    private void tryOnce(SimulatedProcess process, Row row) {
        try {
            operations.use(process, row, false);
        } catch (DigiMeException e) {
            process.note(row, "fails when all is calm", e);
        }
    }

    private void settle(Row row) {
        if (verdicts.isDead(row)) {
            operations.signIn(processes.get(0), row);
            fibers.sleep(UNTIL_ALL_LOOK_AGAIN);
        }
        SimulatedProcess last = processes.get(processes.size() - 1);
        UserAccessToken renewed = last.user(row).replacement(useOrFail(last, row), true);
        fibers.sleep(UNTIL_ALL_LOOK_AGAIN);
        for (SimulatedProcess process : processes) {
            assertThat(useOrFail(process, row)).as("the pair of %s", process).isEqualTo(renewed);
            assertThat(process.user(row).token()).isEqualTo(renewed);
        }
        assertThat(row.content()).matches(content -> content.holds(renewed));
    }

    private UserAccessToken useOrFail(SimulatedProcess process, Row row) {
        try {
            UserAccessToken pair = operations.use(process, row, false);
            assertThat(pair)
                    .as("what %s has of %s when all is calm", process, row)
                    .isNotNull();
            return pair;
        } catch (GrantNotFoundException e) {
            throw new AssertionError(process + " does not find " + row, e);
        }
    }
}
