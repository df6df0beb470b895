package me.digi.client.logs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/** Collects what the client logs through SLF4J, until it is closed. */
public final class LogLines implements AutoCloseable {
    private static final Set<LogLines> READ = new CopyOnWriteArraySet<>();

    private final List<Line> lines = new ArrayList<>();

    public LogLines() {
        READ.add(this);
    }

    static boolean areRead() {
        return !READ.isEmpty();
    }

    static void add(Line line) {
        READ.forEach(lines -> lines.append(line));
    }

    private synchronized void append(Line line) {
        lines.add(line);
    }

    public synchronized List<Line> all() {
        return List.copyOf(lines);
    }

    /** Those of one logger. */
    public List<Line> of(String logger) {
        return all().stream().filter(line -> line.logger().equals(logger)).toList();
    }

    @Override
    public void close() {
        READ.remove(this);
    }

    /** A line with the MDC and the thread that it was written with. */
    public record Line(
            String logger,
            Level level,
            String message,
            @Nullable Throwable thrown,
            @Nullable Map<String, String> mdc,
            String thread) {}
}
