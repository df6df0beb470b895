package me.digi.client.store;

import static me.digi.client.store.CountingProcess.ACKNOWLEDGED;
import static me.digi.client.store.CountingProcess.GRANT;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import me.digi.client.store.CountingProcess.TokenStoreKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only processes of their own can show of the file store. */
class FileTokenStoreProcessesTest {
    @TempDir
    private Path directory;

    @Test
    void aProcessThatIsKilledInTheMiddleOfWritingLeavesAWholeRecord() {
        long newest = 0;
        for (int round = 0; round < 5; round++) {
            try (ChildJvm child = CountingProcess.start(TokenStoreKind.FILE, directory.toString(), Integer.MAX_VALUE)) {
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

    @Test
    void twoProcessesThatCountLoseNoStep() {
        int steps = 60;
        try (ChildJvm one = CountingProcess.start(TokenStoreKind.FILE, directory.toString(), steps);
                ChildJvm other = CountingProcess.start(TokenStoreKind.FILE, directory.toString(), steps)) {
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
