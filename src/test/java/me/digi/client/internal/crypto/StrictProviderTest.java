package me.digi.client.internal.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import me.digi.client.HardwareKey;
import me.digi.client.platform.ClassPaths;
import me.digi.client.read.ReadSamples;
import me.digi.client.store.ChildJvm;
import org.junit.jupiter.api.Test;

/** A provider that requires the parameters of the signature before the key. */
class StrictProviderTest {
    private static final KeyPair PAIR = ReadSamples.newKey();

    @Test
    void h6_theParametersAreSetBeforeTheKey() throws GeneralSecurityException {
        JdkPssProvider strict = JdkPssProvider.parametersFirst();

        assertThat(new Ps512(strict).signature(PAIR.getPrivate()).getProvider()).isSameAs(strict);
    }

    @Test
    void h6_aProviderThatIsTheFirstOneSignsAndVerifies() {
        try (ChildJvm strict = ChildJvm.startOn(ClassPaths.withoutCorretto(), SignByStrictProvider.class)) {
            assertThat(strict.finish())
                    .containsExactly(
                            "signed by ParametersFirst",
                            "the signature holds: true",
                            "it holds for something else: false");
        }
    }

    @Test
    void h6_aKeyThatNoProviderAcceptsIsRejected() {
        assertThatThrownBy(() -> new Ps512(null).signature(new HardwareKey()))
                .isInstanceOf(GeneralSecurityException.class);
    }
}
