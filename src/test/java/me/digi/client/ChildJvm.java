package me.digi.client;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A JVM of its own, on the class path of the tests or a part of it. */
final class ChildJvm {
    private ChildJvm() {}

    /** What the program printed, once its JVM has ended; with its exit status if that is not 0. */
    static String run(Class<?> program, Predicate<String> classPathEntries) throws IOException, InterruptedException {
        String own = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        String classPath = Arrays.stream(own.split(File.pathSeparator))
                .filter(classPathEntries)
                .collect(Collectors.joining(File.pathSeparator));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath,
                        program.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        int status = process.waitFor();
        return status == 0 ? output : output + "\nexit status " + status;
    }
}
