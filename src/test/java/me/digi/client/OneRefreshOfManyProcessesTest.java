package me.digi.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import me.digi.client.store.SharedStore;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Processes that share a store: each expiry causes one refresh, and all calls succeed. */
class OneRefreshOfManyProcessesTest {
    private static final String USER = "user-42";
    private static final int EXPIRIES = 4;
    private static final int EXPIRIES_WITH_ODD_CLOCKS = 20;
    private static final int THREADS_WITH_ODD_CLOCKS = 4;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({"FILE, 2, 40", "POSTGRES, 4, 20"})
    void oneRefreshForEachExpiryAndEveryProcessHasTheNewestPair(SharedStore kind, int count, int threads) {
        try (SharedStoreFixture fixture = new SharedStoreFixture(kind, directory)) {
            fixture.signIn(USER);
            List<ClientProcess> processes = ClientProcess.startAhead(
                    fixture, USER, Collections.nCopies(count, Duration.ZERO).toArray(Duration[]::new));
            expireAndCall(fixture, processes, EXPIRIES, threads);
        }
    }

    /** Each process finds the token fresh, stale or expired at another moment than the others. */
    @ParameterizedTest
    @EnumSource
    void t3_oneRefreshForEachExpiryThoughOneClockIsAheadAndOneBehind(SharedStore kind) {
        try (SharedStoreFixture fixture = new SharedStoreFixture(kind, directory)) {
            fixture.signIn(USER);
            List<ClientProcess> processes = ClientProcess.startAhead(
                    fixture, USER, Duration.ZERO, Duration.ofMinutes(3), Duration.ZERO, Duration.ofMinutes(-3));
            expireAndCall(fixture, processes, EXPIRIES_WITH_ODD_CLOCKS, THREADS_WITH_ODD_CLOCKS);
        }
    }

    private static void expireAndCall(
            SharedStoreFixture fixture, List<ClientProcess> processes, int expiries, int threads) {
        for (int expiry = 1; expiry <= expiries; expiry++) {
            expire(fixture, expiry % 3 == 0);
            ClientProcess.setTime(fixture, processes);
            processes.forEach(process -> process.call(threads));
            List<String> responses =
                    processes.stream().map(ClientProcess::responses).toList();
            assertThat(responses)
                    .hasSize(processes.size())
                    .containsOnly("{" + fixture.served(USER) + "=" + threads + "}");
            assertThat(fixture.refreshes()).isEqualTo(expiry);
            assertThat(fixture.live(USER).number()).isEqualTo(1 + expiry);
        }
        assertThat(fixture.stored(USER)).isEqualTo(fixture.served(USER));
    }

    /** Either by the clock, or only at the sandbox, which then rejects a token that looks fresh. */
    private static void expire(SharedStoreFixture fixture, boolean unforeseen) {
        if (unforeseen) {
            fixture.sandbox.expireAccessTokens();
        } else {
            fixture.sandbox.clock().advance(Duration.ofDays(1));
        }
    }
}
