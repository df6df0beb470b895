package examples;

import java.util.List;
import java.util.stream.IntStream;

/** Lines that a program prints twice in a row. */
final class RepeatedLines {
    private RepeatedLines() {}

    static List<String> in(String printed) {
        List<String> lines = printed.lines().toList();
        return IntStream.range(1, lines.size())
                .filter(at -> lines.get(at).equals(lines.get(at - 1)))
                .mapToObj(lines::get)
                .toList();
    }
}
