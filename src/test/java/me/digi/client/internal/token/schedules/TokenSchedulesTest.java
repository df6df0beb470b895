package me.digi.client.internal.token.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import me.digi.client.internal.token.MadeUpContract;
import me.digi.client.internal.token.schedules.Violations.Cause;
import me.digi.client.internal.token.schedules.Violations.Kind;
import me.digi.client.sandbox.Sandbox;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Random behaviors of events, each of which follows from its seed: {@code -Dschedules.seed=…} starts with another one, and
 * {@code -Dschedules.count=…} runs more or fewer of them. The seed also determines the server. The course of the first
 * schedules that fail, {@code -Dschedules.shown=…} of them, is shown.
 */
class TokenSchedulesTest {
    private static final long SEED = Long.getLong("schedules.seed", 20260101);

    @Test
    void noPairIsLostWhateverHappensInWhateverOrder() {
        Totals totals = new Totals();
        int count = Integer.getInteger("schedules.count", 2000);
        for (long seed = SEED; seed < SEED + count; seed++) {
            totals.run(TokenSchedule.onModel(seed, MadeUpContract.details(), Engines.REAL));
        }
        System.out.printf("%s schedules from seed %s: %s%n", count, SEED, totals);
        totals.check();
        assertThat(totals.refreshes).isGreaterThan(count);
        assertThat(totals.deaths.values().stream().mapToInt(Map::size).sum())
                .as("causes of death, over all servers, of which a few schedules show some, and no number shows many")
                .isGreaterThan(Math.min(count / 250, 8));
    }

    @Test
    @Tag("http")
    void noPairIsLostAgainstTheSandbox() {
        try (Sandbox sandbox = Sandbox.start()) {
            Totals totals = new Totals();
            int count = Integer.getInteger("schedules.sandbox.count", 15);
            for (long seed = SEED; seed < SEED + count; seed++) {
                Instant start = sandbox.clock().instant();
                Function<TokenSchedule, RotatingServer> server = it -> new SandboxServer(sandbox, it::trueTime);
                totals.run(new TokenSchedule(seed, "sandbox", start, server, Engines.REAL));
            }
            totals.check();
            assertThat(totals.refreshes).isGreaterThan(count);
        }
    }

    /** What came of all schedules. */
    private static final class Totals {
        private static final int MAX_SHOWN = Integer.getInteger("schedules.shown", 1);

        private final Map<String, Map<Kind, Integer>> violations = new TreeMap<>();
        private final Map<String, Map<Cause, Integer>> deaths = new TreeMap<>();
        private final List<String> failures = new ArrayList<>();
        private int refreshes;

        void run(TokenSchedule schedule) {
            String failure = "";
            try {
                schedule.run();
            } catch (AssertionError e) {
                failure = e.getMessage();
            }
            refreshes += schedule.requests.refreshes();
            add(violations, schedule.serverName(), Kind.class, schedule.violations.counts());
            add(deaths, schedule.serverName(), Cause.class, schedule.violations.deaths());
            if (!failure.isEmpty() || !schedule.violations.messages().isEmpty()) {
                String what = schedule + ": " + failure + " " + String.join("; ", schedule.violations.messages());
                failures.add(failures.size() < MAX_SHOWN ? what + "\n" + schedule.fibers.course() : what);
            }
        }

        void check() {
            assertThat(failures).as("schedules that fail").isEmpty();
        }

        private static <E extends Enum<E>> void add(
                Map<String, Map<E, Integer>> totals, String server, Class<E> type, Map<E, Integer> counts) {
            Map<E, Integer> total = totals.computeIfAbsent(server, unseen -> new EnumMap<>(type));
            counts.forEach((what, times) -> total.merge(what, times, Integer::sum));
        }

        @Override
        public String toString() {
            StringBuilder text = new StringBuilder(refreshes + " refresh tokens sent");
            violations.forEach((server, counts) -> text.append(String.format(
                    "%n  %-17s lost %s, refreshed twice %s, declared dead %s; dead: %s",
                    server,
                    counts.getOrDefault(Kind.LOST, 0),
                    counts.getOrDefault(Kind.REFRESHED_TWICE, 0),
                    counts.getOrDefault(Kind.DECLARED_DEAD, 0),
                    deaths.get(server))));
            return text.toString();
        }
    }
}
