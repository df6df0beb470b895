package me.digi.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import me.digi.client.store.ChildJvm;
import org.junit.jupiter.api.Test;

/** Coroutines are optional: an application in Java has none. */
class WithoutCoroutinesTest {
    @Test
    void anApplicationInJavaRunsWithoutThem() {
        String classPath = Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(System.getProperty("java.class.path"))
                .filter(entry -> !entry.contains("kotlinx-coroutines"))
                .collect(Collectors.joining(File.pathSeparator));
        try (ChildJvm application = ChildJvm.startOn(classPath, JavaApplication.class)) {
            assertThat(application.finish())
                    .singleElement()
                    .asString()
                    .matches("without coroutines: [1-9][0-9]* files");
        }
    }
}
