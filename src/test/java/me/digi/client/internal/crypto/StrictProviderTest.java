package me.digi.client.internal.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.stream.Collectors;
import me.digi.client.HardwareKey;
import me.digi.client.read.ReadSamples;
import me.digi.client.store.ChildJvm;
import org.junit.jupiter.api.Test;

/** A provider that wants to know what it signs before it takes a key. */
class StrictProviderTest {
    private static final KeyPair PAIR = ReadSamples.newKey();

    @Test
    void h6_theParametersAreSetBeforeTheKey() throws GeneralSecurityException {
        ParametersFirst strict = new ParametersFirst();

        assertThat(Ps512.by(strict).toSign(PAIR.getPrivate()).getProvider()).isSameAs(strict);
    }

    @Test
    void h6_aProviderThatIsTheFirstOneSignsAndVerifies() {
        String classPath = Arrays.stream(
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                                .split(File.pathSeparator))
                .filter(entry -> !entry.contains("AmazonCorrettoCryptoProvider"))
                .collect(Collectors.joining(File.pathSeparator));
        try (ChildJvm strict = ChildJvm.startOn(classPath, SignByStrictProvider.class)) {
            assertThat(strict.finish())
                    .containsExactly(
                            "signed by ParametersFirst",
                            "the signature holds: true",
                            "it holds for something else: false");
        }
    }

    @Test
    void h6_aKeyThatNoProviderTakesIsRejected() {
        assertThatThrownBy(() -> Ps512.byPlatform().toSign(new HardwareKey()))
                .isInstanceOf(GeneralSecurityException.class);
    }
}
