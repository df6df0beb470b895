package me.digi.client.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Scanner;

/**
 * A process that writes {@code done} when it is ready, and then does what it is told line by line, writing {@code done} after
 * each. What it costs is measured from outside.
 */
final class BenchProcess implements AutoCloseable {
    private final long startNanos = System.nanoTime();
    private final Process process;
    private final BufferedReader output;
    private boolean isReady;

    BenchProcess(List<String> command) {
        try {
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        output = process.inputReader(StandardCharsets.UTF_8);
    }

    /** When its start was begun, as {@link System#nanoTime()}. */
    long startNanos() {
        return startNanos;
    }

    /** Has it do so many units of the step, and waits for it. */
    void run(String step, int units) {
        try {
            process.outputWriter(StandardCharsets.UTF_8)
                    .append(step + " " + units + "\n")
                    .flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        awaitDone();
    }

    /** Waits until it has started. */
    void awaitReady() {
        if (!isReady) {
            awaitDone();
            isReady = true;
        }
    }

    private void awaitDone() {
        try {
            String line = output.readLine();
            if (!"done".equals(line)) {
                throw new IllegalStateException("a process said " + line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The processor time that it has used, with that of its compiler and its garbage collector. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** The most memory that it had at once; not a number where the system does not say so as Linux does. */
    double peakMebibytes() {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Integer.parseInt(line.replaceAll("\\D", "")) / 1024.0)
                    .sum();
        } catch (IOException notLinux) {
            return Double.NaN;
        }
    }

    /** How many classes it has loaded; 0 if it is not a process of Java. */
    int loadedClasses() {
        Path jstat = Path.of(System.getProperty("java.home"), "bin", "jstat");
        try {
            Process look = new ProcessBuilder(jstat.toString(), "-class", Long.toString(process.pid())).start();
            try (Scanner table = new Scanner(look.inputReader(StandardCharsets.UTF_8))) {
                return table.hasNextLine() && !table.nextLine().isEmpty() ? table.nextInt() : 0;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
