package me.digi.client.internal.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import me.digi.client.platform.ClassPaths;
import me.digi.client.store.ChildJvm;
import org.junit.jupiter.api.Test;

/** Android calls PS512 by another name than the JDK. */
class AndroidSignaturesTest {
    @Test
    void requestsAreSignedAndResponsesVerifiedByAndroidsNameWhereTheJdksIsUnknown() {
        try (ChildJvm android = ChildJvm.startOn(ClassPaths.withoutCorretto(), SignAsOnAndroid.class)) {
            assertThat(android.finish())
                    .containsExactly(
                            "the JDK's name is known: false",
                            "Android's name is known: true",
                            "the signature holds: true",
                            "it holds for another's key: false");
        }
    }
}
