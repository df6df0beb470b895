package me.digi.client.packaged;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.SyncScript;

/** The application of src/it/consumers/java: compiles it against the packaged jar, and runs it against a sandbox. */
final class SmallApplication {
    private static final Path SOURCES = Path.of("src/it/consumers/java/src/main/java/application");
    static final String OUTCOME = "3 accounts, 6 files and 0 failures, 2 sources, 1 stored file, HTTP 404";

    private SmallApplication() {}

    /** Compiles with all of javac's warnings as errors. */
    static void compile(Path javaHome, Path classes) throws IOException, InterruptedException {
        compile(javaHome, classes, "-Xlint:all", "-classpath", Packaged.classPath());
    }

    /** Compiles with these options and arguments as well. */
    static void compile(Path javaHome, Path classes, String... more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                javaHome.resolve("bin/javac").toString(),
                "-J-XX:TieredStopAtLevel=1",
                "-Werror",
                "--release",
                "17",
                "-d",
                classes.toString()));
        command.addAll(List.of(more));
        try (Stream<Path> sources = Files.list(SOURCES)) {
            sources.map(Path::toString).forEach(command::add);
        }
        Process javac = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(javac.getInputStream().readAllBytes(), UTF_8);
        assertThat(javac.waitFor()).as(said).isZero();
        assertThat(said).isEmpty();
    }

    static Path jar(Path classes, Path jar) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
                out.write(Files.readAllBytes(file));
            }
        }
        return jar;
    }

    /** Returns the last line that it prints. */
    static String run(Path javaHome, String classPath, Path directory) throws IOException, InterruptedException {
        return run(javaHome, List.of("-classpath", classPath, "application.Main"), directory);
    }

    static String run(Path javaHome, List<String> application, Path directory)
            throws IOException, InterruptedException {
        try (Sandbox sandbox = Sandbox.builder().runningClock().start()) {
            sandbox.newUsers(library -> library.script(SyncScript.atOnce()));
            Path key = Files.writeString(directory.resolve("key.pem"), sandbox.privateKeyPem(sandbox.contract()));
            List<String> command =
                    new ArrayList<>(List.of(javaHome.resolve("bin/java").toString(), "-XX:TieredStopAtLevel=1"));
            command.addAll(application);
            command.addAll(List.of(
                    sandbox.environment().baseUrl().toString(),
                    sandbox.environment().onboardUrl().toString(),
                    sandbox.environment().cloudUrl().toString(),
                    sandbox.applicationId(),
                    sandbox.contract().contractId(),
                    key.toString(),
                    directory.resolve("tokens").toString()));
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            List<String> lines = converse(process, sandbox);
            assertThat(process.waitFor()).as(String.join("\n", lines)).isZero();
            return lines.get(lines.size() - 1);
        }
    }

    /** Acts as the browser: the application prints the page, and reads the callback. */
    private static List<String> converse(Process application, Sandbox sandbox) throws IOException {
        List<String> lines = new ArrayList<>();
        BufferedReader output = application.inputReader(UTF_8);
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            lines.add(line);
            if (line.startsWith("http")) {
                BufferedWriter input = application.outputWriter(UTF_8);
                input.append(sandbox.allow(URI.create(line)).toString())
                        .append('\n')
                        .flush();
            }
        }
        return lines;
    }
}
