package me.digi.client.internal.read;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import me.digi.client.error.NetworkException;
import me.digi.client.internal.http.CallerContext;
import me.digi.client.internal.http.Futures;
import me.digi.client.internal.http.Lifetime;
import me.digi.client.internal.http.Observing;
import me.digi.client.internal.io.Threads;
import me.digi.client.read.FileEntry;
import me.digi.client.read.FileList;
import me.digi.client.read.ReadAllOptions;
import me.digi.client.read.ReadAllRun;
import me.digi.client.read.ReadAllSummary;
import me.digi.client.read.ReadAllSummary.End;
import me.digi.client.read.ReadProgress;
import me.digi.client.read.ReadProgressListener;
import org.jspecify.annotations.Nullable;

/** Reads all files of a session: one thread polls the list, others read the files. */
final class RunningReadAll implements ReadAllRun {
    private static final String READ_ALL = "readAll";

    private final FileTable table = new FileTable();
    private final ProgressReport report;
    private final FileReader reader;
    private final Polling polling;
    private final Lifetime lifetime;
    private final Runnable closing = this::onClientClose;
    private final Observing<ReadProgress> observing;
    private final CallerContext context = CallerContext.captureMdc();
    private final ExecutorService readers;
    private final Thread poller;
    private final CompletableFuture<ReadAllSummary> result = new CompletableFuture<>();
    private @Nullable Throwable failure;
    private volatile End end = End.RUNNING;
    private volatile boolean stopped;
    private volatile boolean closed;
    /** Closed before the start: used after closing, not interrupted by it. */
    private volatile boolean wasClosed;

    RunningReadAll(
            ReadableFiles files,
            SessionCalls calls,
            FileReader.Sink sink,
            ReadAllOptions options,
            ReadProgressListener listener) {
        this.report = new ProgressReport(table, listener);
        this.reader = new FileReader(files, calls, sink, report, options);
        this.polling = new Polling(calls, options);
        this.lifetime = calls.lifetime();
        this.observing = calls.observeReadAll();
        this.readers = Threads.fixedPool("digi.me reader", options.parallelism());
        this.poller = Threads.daemon("digi.me file list", context.around(this::run));
    }

    RunningReadAll start() {
        // First, since it is removed when the thread ends.
        lifetime.onClose(closing);
        wasClosed = closed;
        poller.start();
        return this;
    }

    @Override
    public ReadAllSummary await() {
        return Futures.awaitOrStop(result, this::stop, READ_ALL);
    }

    @Override
    public ReadAllSummary summary() {
        return table.summary(end);
    }

    @Override
    public boolean isDone() {
        return result.isDone();
    }

    @Override
    public void stop() {
        if (result.isDone()) {
            return;
        }
        stopped = true;
        end();
    }

    private void onClientClose() {
        closed = true;
        end();
    }

    private void end() {
        reader.stop();
        readers.shutdownNow();
        poller.interrupt();
    }

    private void run() {
        observing.around(this::readAll).run();
        observing.end(report.progress(end));
        if (failure != null && !stopped) {
            result.completeExceptionally(failure);
        } else {
            result.complete(table.summary(end));
        }
    }

    private void readAll() {
        End reached = End.LIST_FAILED;
        try {
            reached = polling.run(this::read);
        } catch (Throwable e) {
            failure = stopped ? null : e;
        }
        // An interrupt is how this thread is stopped.
        Threads.awaitTermination(readers, reader::stop);
        lifetime.remove(closing);
        if (closed && !wasClosed && !stopped) {
            // Closing the client is the cause, not files or list.
            reached = End.STOPPED;
            failure = NetworkException.interrupted(READ_ALL, true, failure);
        }
        end = stopped ? End.STOPPED : reached;
        report.report(end);
    }

    private void read(FileList list) {
        for (String name : table.listed(list)) {
            try {
                readers.execute(context.around(observing.around(() -> read(name))));
            } catch (RejectedExecutionException wasStopped) {
                return;
            }
        }
        report.report();
    }

    private void read(String name) {
        FileEntry entry;
        FileOutcome outcome;
        do {
            entry = table.entry(name);
            outcome = reader.read(entry);
        } while (!table.finished(name, entry, outcome));
        report.report();
    }
}
