package me.digi.client.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.Runtime.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestReporter;

/** An application compiles without warnings, and runs, on the JDK of this build and on the newest installed one. */
@Tag("platform")
class JavaVersionsIT {
    private static final Path OWN = Path.of(System.getProperty("java.home"));

    @TestFactory
    Stream<DynamicTest> anApplicationCompilesAndRunsOn(TestReporter reporter) throws IOException {
        NavigableMap<Version, Path> jdks = jdks();
        reporter.publishEntry("JDKs found", jdks.toString());
        Map<Version, Path> chosen = new TreeMap<>(Map.of(Runtime.version(), OWN));
        chosen.put(jdks.lastKey(), jdks.lastEntry().getValue());
        System.out.println("Applications were compiled and run on the JDKs " + chosen.keySet());
        return chosen.entrySet().stream()
                .map(jdk -> DynamicTest.dynamicTest("JDK " + jdk.getKey(), () -> compileAndRun(jdk.getValue())));
    }

    private static void compileAndRun(Path javaHome) throws Exception {
        Path directory = Files.createTempDirectory(Files.createDirectories(Path.of("target/it-java")), "application");
        Path classes = Files.createDirectory(directory.resolve("classes"));
        SmallApplication.compile(javaHome, classes);
        assertThat(SmallApplication.run(javaHome, Packaged.classPath(classes), directory))
                .isEqualTo(SmallApplication.OUTCOME);
    }

    /** The other installed JDKs, next to the one that runs this. */
    private static NavigableMap<Version, Path> jdks() throws IOException {
        NavigableMap<Version, Path> found = new TreeMap<>(Map.of(Runtime.version(), OWN));
        try (Stream<Path> siblings = Files.list(OWN.toRealPath().resolveSibling("."))) {
            for (Path home :
                    siblings.filter(it -> Files.exists(it.resolve("bin/javac"))).toList()) {
                Path release = home.resolve("release");
                if (Files.exists(release)) {
                    try (Stream<String> lines = Files.lines(release)) {
                        lines.filter(line -> line.startsWith("JAVA_VERSION="))
                                .map(line -> line.replaceAll(".*\"(.*)\".*", "$1"))
                                .filter(version -> version.matches("[0-9]+(\\.[0-9]+)*"))
                                .forEach(version -> found.putIfAbsent(Version.parse(version), home));
                    }
                }
            }
        }
        return found;
    }
}
