package me.digi.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import me.digi.client.HoldingStore.Moment;
import me.digi.client.store.SharedStore;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Processes that share a store: one refresh for each expiry, and everyone is served. */
class OneRefreshOfManyProcessesTest {
    private static final int EXPIRIES = 4;
    private static final int EXPIRIES_WITH_ODD_CLOCKS = 20;
    private static final int THREADS_WITH_ODD_CLOCKS = 4;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({"FILE, 2, 40", "POSTGRES, 4, 20"})
    void oneRefreshForEachExpiryAndEveryProcessHasTheNewestPair(SharedStore kind, int count, int threads) {
        try (SharedStoreScene scene = new SharedStoreScene(kind, directory)) {
            List<ClientProcess> processes =
                    scene.start(Collections.nCopies(count, Moment.NEVER).toArray(Moment[]::new));
            expireAndCall(scene, processes, EXPIRIES, threads);
        }
    }

    /** Each process finds the token fresh, stale or expired at another moment than the others. */
    @ParameterizedTest
    @EnumSource
    void t3_oneRefreshForEachExpiryThoughOneClockIsAheadAndOneBehind(SharedStore kind) {
        try (SharedStoreScene scene = new SharedStoreScene(kind, directory)) {
            List<ClientProcess> processes =
                    scene.startAhead(Duration.ZERO, Duration.ofMinutes(3), Duration.ZERO, Duration.ofMinutes(-3));
            expireAndCall(scene, processes, EXPIRIES_WITH_ODD_CLOCKS, THREADS_WITH_ODD_CLOCKS);
        }
    }

    private static void expireAndCall(
            SharedStoreScene scene, List<ClientProcess> processes, int expiries, int threads) {
        for (int expiry = 1; expiry <= expiries; expiry++) {
            expire(scene, expiry % 3 == 0);
            scene.tellTheTime();
            processes.forEach(process -> process.call(threads));
            List<String> responses =
                    processes.stream().map(ClientProcess::responses).toList();
            assertThat(responses).hasSize(processes.size()).containsOnly(scene.allServed(threads));
            assertThat(scene.refreshes()).isEqualTo(expiry);
            assertThat(scene.live().number()).isEqualTo(1 + expiry);
        }
        assertThat(scene.stored()).matches(scene::honours);
    }

    /** As everyone can see by the clock; or as only the sandbox knows, which rejects what looks fresh. */
    private static void expire(SharedStoreScene scene, boolean unforeseen) {
        if (unforeseen) {
            scene.sandbox.expireAccessTokens();
        } else {
            scene.sandbox.clock().advance(Duration.ofDays(1));
        }
    }
}
