package me.digi.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import me.digi.client.store.ChildJvm;
import org.junit.jupiter.api.Test;

class DaemonThreadsTest {
    @Test
    void aJvmEndsByItselfThoughTheClientWasNotClosed() {
        try (ChildJvm child = ChildJvm.start(UnclosedClient.class)) {
            assertThat(child.finish()).containsExactly("kept alive by []");
        }
    }

    @Test
    void noThreadThatKeepsTheJvmIsLeftAfterUseAndClose() {
        List<String> before = UnclosedClient.nonDaemons();
        try (LocalDigiMe local = new LocalDigiMe()) {
            local.digiMe.refreshToken(local.contract, local.token());
            assertThat(UnclosedClient.nonDaemons()).isSubsetOf(before);
        }
        assertThat(UnclosedClient.nonDaemons()).isSubsetOf(before);
    }
}
