package me.digi.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import me.digi.client.store.ChildJvm;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SLF4J, Micrometer and brotli4j are optional, together and each by itself. */
@Tag("platform")
class WithoutOptionalLibrariesTest {
    @ParameterizedTest
    @ValueSource(strings = {"slf4j|micrometer|brotli4j", "brotli4j", "slf4j", "micrometer"})
    void anApplicationRunsWithoutThem(String missing) {
        Pattern isMissing = Pattern.compile("/(" + missing + ")[^/]*\\.jar$");
        String classPath = Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(System.getProperty("java.class.path"))
                .filter(entry -> !isMissing.matcher(entry.replace('\\', '/')).find())
                .collect(Collectors.joining(File.pathSeparator));
        assertThat(classPath).isNotEqualTo(System.getProperty("java.class.path"));
        try (ChildJvm application = ChildJvm.startOn(classPath, JavaApplication.class)) {
            assertThat(application.finish()).singleElement().asString().matches("with coroutines: [1-9][0-9]* files");
        }
    }
}
