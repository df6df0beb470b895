package me.digi.client.internal.token.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import me.digi.client.auth.ContractDetails;
import me.digi.client.internal.token.schedules.Violations.Cause;
import me.digi.client.internal.token.schedules.Violations.Kind;
import me.digi.client.sandbox.Sandbox;
import org.junit.jupiter.api.Test;

/**
 * Random courses of events, each of which follows from its seed. {@code -Dschedules.seed=…} starts with another one, and
 * {@code -Dschedules.count=…} makes more or fewer of them. Each seed has its server: the first has the first kind, and so
 * on in turn.
 */
class TokenSchedulesTest {
    private static final long SEED = Long.getLong("schedules.seed", 20260101);
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int MAX_SHOWN = Integer.getInteger("schedules.shown", 1);

    @Test
    void noPairIsLostWhateverHappensInWhateverOrder() {
        try (Sandbox sandbox = Sandbox.start()) {
            Totals totals = new Totals();
            int count = Integer.getInteger("schedules.count", 2000);
            for (long seed = SEED; seed < SEED + count; seed++) {
                totals.add(seed, sandbox.contract());
            }
            totals.print(count);
            assertThat(totals.failures).as("schedules that fail").isEmpty();
            assertThat(totals.refreshes).isGreaterThan(count);
        }
    }

    private static ModelServer.Kind kind(long seed) {
        return ModelServer.Kind.values()[(int) Math.floorMod(seed, ModelServer.Kind.values().length)];
    }

    /** What came of all schedules. */
    private static final class Totals {
        private final Map<ModelServer.Kind, Map<Kind, Integer>> violations = new EnumMap<>(ModelServer.Kind.class);
        private final Map<ModelServer.Kind, Map<Cause, Integer>> deaths = new EnumMap<>(ModelServer.Kind.class);
        private final List<String> failures = new ArrayList<>();
        private int refreshes;

        void add(long seed, ContractDetails contract) {
            ModelServer.Kind kind = kind(seed);
            TokenSchedule schedule = new TokenSchedule(
                    seed,
                    START,
                    it -> new ModelServer(kind, it.fibers, START, contract, it::isResponseOdd),
                    Engines.REAL);
            String failure = "";
            try {
                schedule.run();
            } catch (AssertionError e) {
                failure = e.getMessage();
            }
            refreshes += schedule.requests.refreshes();
            schedule.violations
                    .counts()
                    .forEach((what, times) -> violations
                            .computeIfAbsent(kind, unseen -> new EnumMap<>(Kind.class))
                            .merge(what, times, Integer::sum));
            schedule.violations
                    .deaths()
                    .forEach((why, times) -> deaths.computeIfAbsent(kind, unseen -> new EnumMap<>(Cause.class))
                            .merge(why, times, Integer::sum));
            if (!failure.isEmpty() || !schedule.violations.messages().isEmpty()) {
                String what = "seed " + seed + ", server " + kind + ": " + failure + " "
                        + String.join("; ", schedule.violations.messages());
                failures.add(failures.size() < MAX_SHOWN ? what + "\n" + schedule.fibers.course() : what);
            }
        }

        void print(int count) {
            System.out.printf("%s schedules from seed %s: %s refresh tokens sent%n", count, SEED, refreshes);
            for (ModelServer.Kind kind : ModelServer.Kind.values()) {
                Map<Kind, Integer> counts = violations.getOrDefault(kind, Map.of());
                System.out.printf(
                        "  %-17s lost %s, refreshed twice %s, declared dead %s; dead: %s%n",
                        kind,
                        counts.getOrDefault(Kind.LOST, 0),
                        counts.getOrDefault(Kind.REFRESHED_TWICE, 0),
                        counts.getOrDefault(Kind.DECLARED_DEAD, 0),
                        deaths.getOrDefault(kind, Map.of()));
            }
        }
    }
}
