package me.digi.client.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application with a module descriptor, and with the jars on its module path. */
class ModulePathIT {
    private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));

    @TempDir
    private Path directory;

    /** The client is an automatic module, so it cannot require kotlin.stdlib, which is an explicit one. */
    @Test
    void anApplicationThatRequiresTheClientAndKotlinCompilesAndRuns() throws Exception {
        Path descriptor = Files.writeString(directory.resolve("module-info.java"), """
                module com.example.application {
                    requires me.digi.client;
                    requires kotlin.stdlib;
                }
                """);
        Path classes = Files.createDirectory(directory.resolve("classes"));

        SmallApplication.compile(
                JAVA_HOME,
                classes,
                "-Xlint:all,-requires-automatic",
                "--module-path",
                Packaged.classPath(),
                descriptor.toString());

        List<String> application = List.of(
                "--module-path", Packaged.classPath(classes), "--module", "com.example.application/application.Main");
        assertThat(SmallApplication.run(JAVA_HOME, application, directory)).isEqualTo(SmallApplication.OUTCOME);
    }
}
