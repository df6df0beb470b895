package me.digi.client.internal.read;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import me.digi.client.internal.io.ApplicationCode;
import me.digi.client.read.ReadAllSummary.End;
import me.digi.client.read.ReadProgress;
import me.digi.client.read.ReadProgressListener;
import org.jspecify.annotations.Nullable;

/** Reports progress to the application's listener, one call at a time. Safe for use by many threads. */
final class ProgressReport {
    private static final long BYTES_BETWEEN_REPORTS = 1L << 20;

    private final FileTable table;
    private final ApplicationCode<ReadProgress> listener;
    private final ReentrantLock reporting = new ReentrantLock();
    private final AtomicLong bytes = new AtomicLong();
    private @Nullable ReadProgress lastReport;
    private boolean isEnded;

    ProgressReport(FileTable table, ReadProgressListener listener) {
        this.table = table;
        this.listener = new ApplicationCode<>("progress listener", progress -> listener.progressed(progress));
    }

    /** Counts bytes of content, and reports them from time to time. */
    void addBytes(int count) {
        long all = bytes.addAndGet(count);
        if (all / BYTES_BETWEEN_REPORTS != (all - count) / BYTES_BETWEEN_REPORTS) {
            report();
        }
    }

    /** Reports the progress if it has changed. */
    void report() {
        report(End.RUNNING);
    }

    /** Reports the progress; nothing after the end. */
    void report(End end) {
        reporting.lock();
        try {
            ReadProgress now = progress(end);
            if (!isEnded && !now.equals(lastReport)) {
                lastReport = now;
                isEnded = end != End.RUNNING;
                listener.call(now);
            }
        } finally {
            reporting.unlock();
        }
    }

    /** How it ended, or how far it has got. */
    ReadProgress progress(End end) {
        return table.progress(bytes.get(), end);
    }
}
