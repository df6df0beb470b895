package me.digi.client.internal.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.Arrays;
import java.util.stream.Collectors;
import me.digi.client.store.ChildJvm;
import org.junit.jupiter.api.Test;

/** Android calls PS512 by another name than the JDK. */
class AndroidSignaturesTest {
    @Test
    void requestsAreSignedAndResponsesVerifiedByAndroidsNameWhereTheJdksIsUnknown() {
        String classPath = Arrays.stream(
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                                .split(File.pathSeparator))
                .filter(entry -> !entry.contains("AmazonCorrettoCryptoProvider"))
                .collect(Collectors.joining(File.pathSeparator));
        try (ChildJvm android = ChildJvm.startOn(classPath, SignAsOnAndroid.class)) {
            assertThat(android.finish())
                    .containsExactly(
                            "the JDK's name is known: false",
                            "Android's name is known: true",
                            "the signature holds: true",
                            "it holds for another's key: false");
        }
    }
}
