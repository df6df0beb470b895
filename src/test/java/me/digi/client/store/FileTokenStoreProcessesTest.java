package me.digi.client.store;

import static me.digi.client.store.CountingProcess.ACKNOWLEDGED;
import static me.digi.client.store.CountingProcess.GRANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The file store, shared by several processes. */
class FileTokenStoreProcessesTest {
    @TempDir
    private Path directory;

    @Test
    void aProcessThatIsKilledInTheMiddleOfWritingLeavesAWholeRecord() {
        long newest = 0;
        for (int round = 0; round < 5; round++) {
            try (ChildJvm child = CountingProcess.start(SharedStore.FILE, directory.toString(), Integer.MAX_VALUE)) {
                for (int acknowledged = 0; acknowledged < 7 + 3 * round; acknowledged++) {
                    assertThat(child.readLine()).startsWith(ACKNOWLEDGED);
                }
                newest = newestAcknowledged(child.kill());
            }
            StoredGrant found = new FileTokenStore(directory).load(GRANT);
            assertThat(found).isNotNull();
            assertThat(found.version()).isBetween(newest, newest + 1);
            assertThat(found.content()).isEqualTo(CountingProcess.content(found.version()));
        }
        assertThat(newest).isGreaterThan(50);
    }

    /** A limit on the size of files, which ends the write in its middle, as a full disk does. */
    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aWriteThatEndsInTheMiddleLeavesTheOldRecordWholeAndNothingElse() throws IOException {
        FileTokenStore store = new FileTokenStore(directory);
        StoredGrant old = new StoredGrant(1, "{}");
        store.compareAndSet(GRANT, 0, old);
        List<String> limited = List.of("sh", "-c", "ulimit -f 4; exec \"$@\"", "sh");
        try (ChildJvm child =
                ChildJvm.start(limited, CountingProcess.class, SharedStore.FILE.name(), directory.toString(), "1")) {
            assertThatThrownBy(child::finish)
                    .hasMessageContaining("TokenStoreException: cannot write the grant of user counted");
        }
        assertThat(store.load(GRANT)).isEqualTo(old);
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).noneMatch(file -> file.toString().endsWith(".tmp"));
        }
    }

    @Test
    void twoProcessesThatCountLoseNoStep() {
        int steps = 60;
        try (ChildJvm one = CountingProcess.start(SharedStore.FILE, directory.toString(), steps);
                ChildJvm other = CountingProcess.start(SharedStore.FILE, directory.toString(), steps)) {
            assertThat(Stream.of(one, other).flatMap(child -> child.finish().stream()))
                    .hasSize(2 * steps)
                    .doesNotHaveDuplicates();
        }
        int last = 2 * steps;
        assertThat(new FileTokenStore(directory).load(GRANT))
                .isEqualTo(new StoredGrant(last, CountingProcess.content(last)));
    }

    private static long newestAcknowledged(List<String> lines) {
        return Long.parseLong(lines.get(lines.size() - 1).substring(ACKNOWLEDGED.length()));
    }
}
