package me.digi.client;

import static org.assertj.core.api.Assertions.assertThat;

import me.digi.client.platform.ClassPaths;
import me.digi.client.store.ChildJvm;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Coroutines are optional: an application in Java has none. */
@Tag("platform")
class WithoutCoroutinesTest {
    @Test
    void anApplicationInJavaRunsWithoutThem() {
        try (ChildJvm application = ChildJvm.startOn(ClassPaths.without("kotlinx-coroutines"), JavaApplication.class)) {
            assertThat(application.finish())
                    .singleElement()
                    .asString()
                    .matches("without coroutines: [1-9][0-9]* files");
        }
    }
}
