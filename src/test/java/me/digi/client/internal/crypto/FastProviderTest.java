package me.digi.client.internal.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.Security;
import me.digi.client.platform.ClassPaths;
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
        String without = ClassPaths.withoutCorretto();
        assertThat(without).isNotEqualTo(ClassPaths.tests());
        try (ChildJvm child = ChildJvm.startOn(without, SignOnce.class)) {
            assertThat(child.finish()).containsExactly("fast provider: none, signature holds: true");
        }
    }
}
