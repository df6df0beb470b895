package me.digi.client.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs Jazzer on each target, one after the other and each in a JVM of its own, and prints what came of it. Needs Jazzer on the
 * class path: see CONTRIBUTING.md. What was found lies in {@code target/fuzz/<target>}, and becomes a seed.
 */
final class FuzzRun {
    private static final String JAZZER = "com.code_intelligence.jazzer.Jazzer";
    private static final Pattern EXECUTIONS = Pattern.compile("stat::number_of_executed_units: +([0-9]+)");
    private static final Pattern COVERAGE = Pattern.compile("cov: ([0-9]+)");

    private FuzzRun() {}

    /** Takes the seconds for each target, and the targets' names if not all are meant. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int seconds = arguments.length == 0 ? 60 : Integer.parseInt(arguments[0]);
        List<String> only = List.of(arguments).subList(Math.min(1, arguments.length), arguments.length);
        int findings = 0;
        for (FuzzTarget target : FuzzTarget.values()) {
            if (only.isEmpty() || only.contains(target.name())) {
                findings += run(target, seconds);
            }
        }
        System.exit(findings == 0 ? 0 : 1);
    }

    private static int run(FuzzTarget target, int seconds) throws IOException, InterruptedException {
        Path directory = Path.of("target", "fuzz", target.name().toLowerCase(Locale.ROOT));
        Path corpus = Files.createDirectories(directory.resolve("corpus"));
        Path seeds = Files.createDirectories(directory.resolve("seeds"));
        int number = 0;
        for (byte[] seed : target.seeds()) {
            Files.write(seeds.resolve("seed-" + number++), seed);
        }
        Path log = directory.resolve("log.txt");
        Process process = new ProcessBuilder(command(target, seconds, directory, corpus, seeds))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        int exit = process.waitFor();
        String output = Files.readString(log, StandardCharsets.ISO_8859_1);
        List<String> findings = findings(directory);
        System.out.printf(
                Locale.ROOT,
                "%-18s %4d s, %12s executions, %6s edges, exit %d, findings: %s%n",
                target,
                seconds,
                last(EXECUTIONS, output),
                last(COVERAGE, output),
                exit,
                findings.isEmpty() ? "none" : findings);
        return findings.size() + (exit == 0 ? 0 : 1);
    }

    private static List<String> command(FuzzTarget target, int seconds, Path directory, Path corpus, Path seeds) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:-OmitStackTraceInFastThrow",
                "-cp",
                System.getProperty("java.class.path"),
                JAZZER,
                "--target_class=" + target.type.getName(),
                "--instrumentation_includes=me.digi.client.**:com.squareup.moshi.**:okio.**:okhttp3.**:org.brotli.**",
                "--reproducer_path=" + directory,
                "--keep_going=5",
                "-artifact_prefix=" + directory + "/",
                "-max_total_time=" + seconds,
                "-timeout=60",
                "-report_slow_units=60",
                "-rss_limit_mb=3000",
                "-max_len=16384",
                "-print_final_stats=1",
                "-use_value_profile=1",
                corpus.toString(),
                seeds.toString());
    }

    private static List<String> findings(Path directory) throws IOException {
        List<String> findings = new ArrayList<>();
        try (var files = Files.newDirectoryStream(directory, "{crash,timeout,oom}-*")) {
            files.forEach(file -> findings.add(file.getFileName().toString()));
        }
        return findings;
    }

    private static String last(Pattern pattern, String output) {
        String last = "?";
        for (Matcher matcher = pattern.matcher(output); matcher.find(); ) {
            last = matcher.group(1);
        }
        return last;
    }
}
