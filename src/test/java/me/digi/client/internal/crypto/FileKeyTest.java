package me.digi.client.internal.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import me.digi.client.HardwareKey;
import me.digi.client.read.ReadSamples;
import me.digi.client.store.ChildJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Files open with the faster provider where it is on the class path, and without it just as well. */
class FileKeyTest {
    private static final String JAR = "AmazonCorrettoCryptoProvider";

    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void theFastProviderOpensFilesWhereItIsOnTheClassPath() throws IOException {
        assertThat(OpenOnce.outcome()).isEqualTo("fast provider: " + JAR + ", opens: true, another key: WRONG_KEY");
    }

    @Test
    void withoutItTheJdkOpensFiles() {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        String without = Arrays.stream(classPath.split(File.pathSeparator))
                .filter(entry -> !entry.contains(JAR))
                .collect(Collectors.joining(File.pathSeparator));
        try (ChildJvm child = ChildJvm.startOn(without, OpenOnce.class)) {
            assertThat(child.finish()).containsExactly("fast provider: none, opens: true, another key: WRONG_KEY");
        }
    }

    @Test
    void aKeyThatDoesNotShowItsModulusIsTakenForOneOfTheUsualSize() {
        assertThat(FileKey.of(new HardwareKey()).wrappedBytes()).isEqualTo(256);
    }

    @Test
    void aKeyDoesNotPrint() {
        assertThat(FileKey.of(ReadSamples.newKey().getPrivate())).hasToString("FileKey[***]");
    }
}
