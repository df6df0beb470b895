package me.digi.client.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Another JVM with the class path of the tests, for tests with several processes. Its output, including errors,
 * is read line by line; it ends at the latest when this is closed.
 */
public final class ChildJvm implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;
    private final List<String> lines = new ArrayList<>();

    private ChildJvm(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Starts the main method of this class. */
    public static ChildJvm start(Class<?> main, String... arguments) {
        return start(List.of(), 128, System.getProperty("java.class.path"), main, arguments);
    }

    /** Starts the main method of this class with a heap of this many MiB. */
    public static ChildJvm startWithHeap(int heapMiB, Class<?> main, String... arguments) {
        return start(List.of(), heapMiB, System.getProperty("java.class.path"), main, arguments);
    }

    /** Starts the main method of this class with these options of the JVM. */
    public static ChildJvm startWithOptions(List<String> options, Class<?> main, String... arguments) {
        return start(List.of(), options, 128, System.getProperty("java.class.path"), main, arguments);
    }

    /** The same with a prefix to the command, such as a shell that sets limits. */
    static ChildJvm start(List<String> prefix, Class<?> main, String... arguments) {
        return start(prefix, 128, System.getProperty("java.class.path"), main, arguments);
    }

    /** Starts the main method of this class with another class path. */
    public static ChildJvm startOn(String classPath, Class<?> main, String... arguments) {
        return start(List.of(), 128, classPath, main, arguments);
    }

    /** The same with a heap of this many MiB, and with these options of the JVM. */
    public static ChildJvm startOn(
            String classPath, int heapMiB, List<String> options, Class<?> main, String... arguments) {
        return start(List.of(), options, heapMiB, classPath, main, arguments);
    }

    private static ChildJvm start(
            List<String> prefix, int heapMiB, String classPath, Class<?> main, String... arguments) {
        return start(prefix, List.of(), heapMiB, classPath, main, arguments);
    }

    private static ChildJvm start(
            List<String> prefix,
            List<String> options,
            int heapMiB,
            String classPath,
            Class<?> main,
            String... arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfile.encoding=UTF-8",
                "-ea",
                "-Xmx" + heapMiB + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData"));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, main.getName()));
        command.addAll(List.of(arguments));
        try {
            return new ChildJvm(
                    new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the next line of its output, or null at its end. */
    public @Nullable String readLine() {
        try {
            String line = output.readLine();
            if (line != null) {
                lines.add(line);
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a line to its standard input. */
    public void writeLine(String line) {
        try {
            process.outputWriter(StandardCharsets.UTF_8)
                    .append(line)
                    .append('\n')
                    .flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills it (SIGKILL), and returns all lines that it printed. */
    public List<String> kill() {
        // By its handle, as Process closes the streams along with it, and what was printed is still to be read.
        process.toHandle().destroyForcibly();
        return remainingLines();
    }

    /** Whether it ends within that time. */
    public boolean endsWithin(Duration patience) throws InterruptedException {
        return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Suspends it (SIGSTOP), until {@link #resume}. */
    public void stop() {
        signal("STOP");
    }

    /** Resumes it (SIGCONT). */
    public void resume() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
            if (kill.waitFor() != 0) {
                throw new IllegalStateException("kill -" + name + " failed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits for its end, which must be successful, and returns all lines that it printed. */
    public List<String> finish() {
        List<String> all = remainingLines();
        try {
            int exit = process.waitFor();
            if (exit != 0) {
                throw new AssertionError("a child JVM ended with " + exit + ":\n" + String.join("\n", all));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return all;
    }

    private List<String> remainingLines() {
        for (String line = readLine(); line != null; ) {
            line = readLine();
        }
        return List.copyOf(lines);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
