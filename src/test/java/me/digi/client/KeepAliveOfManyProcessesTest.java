package me.digi.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.store.SharedStore;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Processes that refresh the due users of one store at the same time: each user is refreshed exactly once. */
class KeepAliveOfManyProcessesTest {
    private static final Duration LIFETIME = Duration.ofDays(90);
    private static final int USERS = 300;
    private static final int DUE = 150;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource
    void eachDueUserIsRefreshedOnceByThreeProcesses(SharedStore kind) {
        Sandbox sandbox = Sandbox.builder().refreshTokenLifetime(LIFETIME).start();
        try (SharedStoreFixture fixture = new SharedStoreFixture(sandbox, kind, directory)) {
            sandbox.newUsers(library -> library.files());
            fixture.storeUsers("due-", DUE);
            sandbox.clock().advance(LIFETIME.dividedBy(2));
            fixture.storeUsers("fresh-", USERS - DUE);
            List<String> ends = KeepAliveProcess.sweep(fixture, 3, 4, List.of());
            assertThat(ends).allSatisfy(end -> assertThat(end).startsWith("DONE " + USERS + " "));
            int refreshed = ends.stream()
                    .mapToInt(end -> Integer.parseInt(end.split(" ", -1)[2]))
                    .sum();
            assertThat(refreshed).isEqualTo(DUE);
            assertThat(fixture.usersWithPairs(2)).isEqualTo(DUE);
            assertThat(fixture.usersWithPairs(1)).isEqualTo(USERS - DUE);
        }
    }
}
