package me.digi.client.internal.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.security.Security;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import me.digi.client.store.ChildJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The Amazon Corretto Crypto Provider is used where it is on the class path, and never required. */
class FastProviderTest {
    private static final String JAR = "AmazonCorrettoCryptoProvider";

    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void itSignsWhereItIsOnTheClassPathAndNeedNotBeInstalled() throws Exception {
        assertThat(Security.getProvider(JAR)).isNull();
        assertThat(SignOnce.outcome()).isEqualTo("fast provider: " + JAR + ", signature holds: true");
    }

    @Test
    void withoutItTheJdkSigns() {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> entries = Arrays.asList(classPath.split(File.pathSeparator));
        String without =
                entries.stream().filter(entry -> !entry.contains(JAR)).collect(Collectors.joining(File.pathSeparator));
        assertThat(without).isNotEqualTo(classPath);
        try (ChildJvm child = ChildJvm.startOn(without, SignOnce.class)) {
            assertThat(child.finish()).containsExactly("fast provider: none, signature holds: true");
        }
    }
}
