package me.digi.client.bench;

import java.util.Arrays;
import java.util.List;

/** What an instance measured, as the line that it prints. */
record LoadResult(long calls, double seconds, long p50Micros, long p99Micros, long loads, long writes, long failed) {
    static LoadResult of(long[] micros, double seconds, long loads, long writes, long failed) {
        Arrays.sort(micros);
        return new LoadResult(
                micros.length,
                seconds,
                micros[micros.length / 2],
                micros[(int) (micros.length * 0.99)],
                loads,
                writes,
                failed);
    }

    LoadResult andFailed(long more) {
        return new LoadResult(calls, seconds, p50Micros, p99Micros, loads, writes, failed + more);
    }

    static LoadResult parse(String line) {
        List<String> words = List.of(line.split(" ", -1));
        return new LoadResult(
                Long.parseLong(words.get(0)),
                Double.parseDouble(words.get(1)),
                Long.parseLong(words.get(2)),
                Long.parseLong(words.get(3)),
                Long.parseLong(words.get(4)),
                Long.parseLong(words.get(5)),
                Long.parseLong(words.get(6)));
    }

    String line() {
        return calls + " " + seconds + " " + p50Micros + " " + p99Micros + " " + loads + " " + writes + " " + failed;
    }
}
