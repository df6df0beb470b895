package me.digi.client.internal.read;

import java.util.concurrent.locks.ReentrantLock;
import me.digi.client.internal.io.ApplicationCode;
import me.digi.client.read.ReadAllSummary.End;
import me.digi.client.read.ReadProgress;
import me.digi.client.read.ReadProgressListener;
import org.jspecify.annotations.Nullable;

/** Tells the application's listener how far the reading has got, one call at a time. Safe for use by many threads. */
final class ProgressReport {
    private static final long BYTES_BETWEEN_REPORTS = 1L << 20;

    private final FileTable table;
    private final ApplicationCode<ReadProgress> listener;
    private final ReentrantLock telling = new ReentrantLock();
    private final ReentrantLock counting = new ReentrantLock();
    private long bytes;
    private long bytesReported;
    private @Nullable ReadProgress told;
    private boolean isEnded;

    ProgressReport(FileTable table, ReadProgressListener listener) {
        this.table = table;
        this.listener = new ApplicationCode<>("progress listener", progress -> listener.progressed(progress));
    }

    /** Counts bytes of content, and tells of them now and then. */
    void addBytes(int count) {
        if (isWorthTelling(count)) {
            tell();
        }
    }

    private boolean isWorthTelling(int count) {
        counting.lock();
        try {
            bytes += count;
            if (bytes - bytesReported < BYTES_BETWEEN_REPORTS) {
                return false;
            }
            bytesReported = bytes;
            return true;
        } finally {
            counting.unlock();
        }
    }

    /** Tells where things stand, unless that has been told. */
    void tell() {
        tell(End.RUNNING);
    }

    /** Tells where things stand; after the end, nothing is told. */
    void tell(End end) {
        telling.lock();
        try {
            ReadProgress now = progress(end);
            if (!isEnded && !now.equals(told)) {
                told = now;
                isEnded = end != End.RUNNING;
                listener.call(now);
            }
        } finally {
            telling.unlock();
        }
    }

    /** How it ended, or how far it has got. */
    ReadProgress progress(End end) {
        return table.progress(bytes(), end);
    }

    private long bytes() {
        counting.lock();
        try {
            return bytes;
        } finally {
            counting.unlock();
        }
    }
}
