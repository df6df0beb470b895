package me.digi.client.internal.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import me.digi.client.auth.ContractDetails;
import me.digi.client.sandbox.Sandbox;
import org.junit.jupiter.api.Test;

/**
 * Random courses of events, each of which follows from its seed. {@code -Dschedules.seed=…} starts with another one, and
 * {@code -Dschedules.count=…} makes more or fewer of them.
 */
class TokenSchedulesTest {
    private static final long SEED = Long.getLong("schedules.seed", 20260101);

    @Test
    void noPairIsLostWhateverHappensInWhateverOrder() {
        try (Sandbox sandbox = Sandbox.start()) {
            ContractDetails contract = sandbox.contract();
            int presentations = 0;
            int deaths = 0;
            int count = Integer.getInteger("schedules.count", 2000);
            for (long seed = SEED; seed < SEED + count; seed++) {
                Fibers fibers = new Fibers(new Random(seed), sandbox.clock().instant());
                TokenSchedule schedule = run(seed, fibers, new ModelServer(fibers, contract));
                presentations += schedule.presentations();
                deaths += schedule.deaths();
            }
            System.out.printf(
                    "%s schedules from seed %s: %s refresh tokens presented, %s deaths%n",
                    count, SEED, presentations, deaths);
            assertThat(presentations).isGreaterThan(count);
            assertThat(deaths).isGreaterThan(count / 20);
        }
    }

    @Test
    void norAgainstTheSandbox() {
        try (Sandbox sandbox = Sandbox.start()) {
            int count = Integer.getInteger("schedules.sandbox.count", 15);
            for (long seed = SEED; seed < SEED + count; seed++) {
                Fibers fibers = new Fibers(new Random(seed), sandbox.clock().instant());
                assertThat(run(seed, fibers, new SandboxServer(sandbox, fibers)).presentations())
                        .isNotNegative();
            }
        }
    }

    private static TokenSchedule run(long seed, Fibers fibers, RotatingServer server) {
        try (server) {
            TokenSchedule schedule = new TokenSchedule(fibers, server);
            schedule.run();
            return schedule;
        } catch (AssertionError e) {
            throw new AssertionError("schedule of seed " + seed + ": " + e.getMessage(), e);
        }
    }
}
