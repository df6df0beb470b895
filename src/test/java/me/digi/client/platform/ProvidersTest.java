package me.digi.client.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import me.digi.client.store.ChildJvm;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The tests of keys, signatures, files and encrypted records pass with any cryptography provider first. */
@Tag("platform")
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class ProvidersTest {
    private static final Path JARS = Path.of("target", "providers");
    private static final List<String> TESTS = List.of(
            "me.digi.client.CryptographyTest",
            "me.digi.client.read.FileContentTest#contentOfAnyLengthArrivesUnchanged(int)");

    /** The providers that Maven serves. */
    @SuppressWarnings("ImmutableEnumChecker") // The list is not changed.
    enum First {
        THE_JDK(null, null),
        BOUNCY_CASTLE("org.bouncycastle.jce.provider.BouncyCastleProvider", "bcprov.jar"),
        BOUNCY_CASTLE_FIPS(
                "org.bouncycastle.jcajce.provider.BouncyCastleFipsProvider",
                "bc-fips.jar",
                "-Dorg.bouncycastle.fips.approved_only=true",
                // A contract's key signs and decrypts.
                "-Dorg.bouncycastle.rsa.allow_multi_use=true"),
        CONSCRYPT("org.conscrypt.OpenSSLProvider", "conscrypt.jar"),
        CORRETTO("com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider", null);

        private final String provider;
        private final String jar;
        private final List<String> options;

        First(String provider, String jar, String... options) {
            this.provider = provider;
            this.jar = jar;
            this.options = List.of(options);
        }

        String classPath() {
            if (this == CORRETTO) {
                return ClassPaths.tests();
            }
            return jar == null ? ClassPaths.withoutCorretto() : ClassPaths.withoutCorretto(JARS.resolve(jar));
        }

        List<String> options() {
            List<String> all = new ArrayList<>(options);
            if (provider != null) {
                all.add("-D" + TestRun.PROVIDER + "=" + provider);
            }
            return all;
        }
    }

    @ParameterizedTest
    @EnumSource
    void h6_theSameTestsPassWithEachProviderAsTheFirst(First first) {
        try (ChildJvm child = ChildJvm.startOn(
                first.classPath(), 512, first.options(), TestRun.class, TESTS.toArray(String[]::new))) {
            assertThat(child.finish()).anyMatch(line -> line.matches("tests: [1-9][0-9]+ passed, 0 failed"));
        }
    }
}
