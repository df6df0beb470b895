package me.digi.client.internal.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import me.digi.client.HardwareKey;
import me.digi.client.platform.ClassPaths;
import me.digi.client.read.ReadSamples;
import me.digi.client.store.ChildJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Files are decrypted with the faster provider if it is on the class path, and without it otherwise. */
class FileKeyTest {
    private static final String JAR = "AmazonCorrettoCryptoProvider";

    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void theFastProviderOpensFilesWhereItIsOnTheClassPath() throws IOException {
        assertThat(OpenOnce.outcome()).isEqualTo("fast provider: " + JAR + ", opens: true, another key: WRONG_KEY");
    }

    @Test
    void withoutItTheJdkOpensFiles() {
        try (ChildJvm child = ChildJvm.startOn(ClassPaths.withoutCorretto(), OpenOnce.class)) {
            assertThat(child.finish()).containsExactly("fast provider: none, opens: true, another key: WRONG_KEY");
        }
    }

    @Test
    void aKeyWithAHiddenModulusIsAssumedToHave2048Bits() {
        assertThat(FileKey.of(new HardwareKey()).wrappedBytes()).isEqualTo(256);
    }

    @Test
    void aKeyDoesNotPrint() {
        assertThat(FileKey.of(ReadSamples.newKey().getPrivate())).hasToString("FileKey[***]");
    }
}
