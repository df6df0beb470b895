package me.digi.client;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Collects reported failures of the application's listeners and loggers, and uncaught exceptions,
 * for as long as it is open.
 */
public final class ReportedProblems implements AutoCloseable {
    private final Logger logger = Logger.getLogger("me.digi.client");
    private final boolean toOthers = logger.getUseParentHandlers();
    private final Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    private final List<LogRecord> records = new CopyOnWriteArrayList<>();
    private final List<Throwable> uncaught = new CopyOnWriteArrayList<>();

    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord record) {
            records.add(record);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private ReportedProblems() {}

    /** From now on. */
    public static ReportedProblems record() {
        ReportedProblems problems = new ReportedProblems();
        problems.logger.addHandler(problems.handler);
        problems.logger.setUseParentHandlers(false);
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> problems.uncaught.add(failure));
        return problems;
    }

    /** The messages of the reports. */
    public List<String> messages() {
        return records.stream().map(LogRecord::getMessage).toList();
    }

    /** The failures that were reported. */
    public List<Throwable> failures() {
        return records.stream().map(LogRecord::getThrown).toList();
    }

    /** The uncaught exceptions. */
    public List<Throwable> uncaught() {
        return uncaught;
    }

    @Override
    public void close() {
        logger.removeHandler(handler);
        logger.setUseParentHandlers(toOthers);
        Thread.setDefaultUncaughtExceptionHandler(before);
    }
}
