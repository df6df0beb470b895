package me.digi.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import me.digi.client.store.SharedStore;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Processes that sweep over one store at the same time: each due user is refreshed exactly once. */
class KeepAliveOfManyProcessesTest {
    private static final int USERS = 300;
    private static final int DUE = 150;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource
    void eachDueUserIsRefreshedOnceByThreeProcesses(SharedStore kind) {
        try (KeepAliveScene scene = new KeepAliveScene(kind, directory)) {
            scene.store(DUE, USERS - DUE);
            List<String> ends = scene.sweep(3, 4, List.of());
            assertThat(ends).allSatisfy(end -> assertThat(end).startsWith("DONE " + USERS + " "));
            int refreshed = ends.stream()
                    .mapToInt(end -> Integer.parseInt(end.split(" ", -1)[2]))
                    .sum();
            assertThat(refreshed).isEqualTo(DUE);
            assertThat(scene.usersWithPairs(2)).isEqualTo(DUE);
            assertThat(scene.usersWithPairs(1)).isEqualTo(USERS - DUE);
        }
    }
}
