package me.digi.client.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What work costs with this client, with the official SDK for Node.js, and with OkHttp and a signature alone: processor
 * time, time and memory, beside each other. Each side has a process of its own, and the server has another. They take turns,
 * a round each, so that whatever else the machine does falls on all of them; medians count. Most work is measured twice: in
 * a young process, whose code is still being compiled, and later in the same one.
 *
 * <p>System properties: {@code peer}, the path of the built SDK (without it, the others are compared); {@code works}, the
 * rows, separated by commas (all of them); {@code rounds} (5).
 */
public final class SpeedBenchmark {
    private final Path settings;
    private final String peer;
    private final List<Side> sides;
    private final int rounds = Integer.getInteger("rounds", 5);
    private int started;

    private SpeedBenchmark(Path settings, String peer) {
        this.settings = settings;
        this.peer = peer;
        this.sides = Stream.of(Side.values())
                .filter(side -> side != Side.PEER || !peer.isEmpty())
                .toList();
    }

    /** Runs the rows, and prints each. */
    public static void main(String[] arguments) throws IOException {
        String peer = System.getProperty("peer", "");
        if (peer.isEmpty()) {
            System.out.println("without the official SDK: -Dpeer=<its directory> was not given");
        }
        String works = System.getProperty("works", "");
        Path settings = Files.createTempDirectory("digime-speed-");
        List<String> server = List.of(
                Side.java(),
                "-cp",
                System.getProperty("java.class.path"),
                BenchServer.class.getName(),
                settings.toString());
        try (BenchProcess serving = new BenchProcess(server)) {
            serving.awaitReady();
            SpeedBenchmark benchmark = new SpeedBenchmark(settings, peer);
            for (Work work : Work.values()) {
                if (works.isEmpty() || Arrays.asList(works.split(",")).contains(work.name())) {
                    benchmark.measure(work);
                }
            }
        }
    }

    private void measure(Work work) {
        Map<Side, BenchProcess> processes = new EnumMap<>(Side.class);
        try {
            int round = 0;
            for (int warmUp : work.warmUps().toArray()) {
                for (; round < warmUp; round++) {
                    round(work, processes);
                }
                Map<Side, List<Round>> measured = new EnumMap<>(Side.class);
                for (; round < warmUp + rounds; round++) {
                    round(work, processes)
                            .forEach((side, took) -> measured.computeIfAbsent(side, first -> new ArrayList<>())
                                    .add(took));
                }
                print(work.title(warmUp), work.unit, measured);
            }
        } finally {
            processes.values().forEach(BenchProcess::close);
        }
    }

    /** Each side does a round. */
    private Map<Side, Round> round(Work work, Map<Side, BenchProcess> processes) {
        Map<Side, Round> took = new EnumMap<>(Side.class);
        for (Side side : sides) {
            if (side.does(work)) {
                took.put(side, Round.of(work, processes.computeIfAbsent(side, this::start)));
                if (work.isOfNewProcesses()) {
                    processes.remove(side).close();
                }
            }
        }
        return took;
    }

    private BenchProcess start(Side side) {
        return new BenchProcess(side.command(settings, "pair" + started++, peer));
    }

    private void print(String title, String unit, Map<Side, List<Round>> measured) {
        System.out.printf("%n%s, per %s%n", title, unit);
        System.out.printf("%-24s%12s%12s%10s%16s%16s%n", "", "CPU", "time", "memory", "CPU / floor", "CPU / SDK");
        measured.forEach((side, took) -> System.out.printf(
                Locale.ROOT,
                "%-24s%9.2f ms%9.2f ms%6.0f MiB%16s%16s%s%n",
                side.title,
                median(took, Round::cpuMillis),
                median(took, Round::millis),
                median(took, Round::mebibytes),
                ratio(took, measured.get(side.floor())),
                ratio(took, measured.get(Side.PEER)),
                classes(took)));
    }

    private static String classes(List<Round> took) {
        double classes = median(took, Round::classes);
        return classes == 0 ? "" : String.format(Locale.ROOT, "  %.0f classes", classes);
    }

    /** The median of the ratios of rounds that followed each other. */
    private static String ratio(List<Round> took, List<Round> base) {
        if (base == null) {
            return "-";
        }
        double[] ratios = IntStream.range(0, took.size())
                .mapToDouble(i -> took.get(i).cpuMillis() / base.get(i).cpuMillis())
                .sorted()
                .toArray();
        return String.format(Locale.ROOT, "%.2f", ratios[ratios.length / 2]);
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> value) {
        double[] values = rounds.stream().mapToDouble(value).sorted().toArray();
        return values[values.length / 2];
    }
}
