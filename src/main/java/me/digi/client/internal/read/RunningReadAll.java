package me.digi.client.internal.read;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import me.digi.client.error.NetworkException;
import me.digi.client.internal.http.CallerContext;
import me.digi.client.internal.http.Lifetime;
import me.digi.client.internal.http.Observing;
import me.digi.client.internal.io.Threads;
import me.digi.client.read.FileEntry;
import me.digi.client.read.FileList;
import me.digi.client.read.ReadAllRun;
import me.digi.client.read.ReadAllSummary;
import me.digi.client.read.ReadAllSummary.End;
import me.digi.client.read.ReadProgress;
import org.jspecify.annotations.Nullable;

/** All files of a session being read: one thread polls the list, and others read what it names. */
final class RunningReadAll implements ReadAllRun {
    private static final String READ_ALL = "readAll";

    private final FileTable table;
    private final ProgressReport report;
    private final FileReader reader;
    private final Polling polling;
    private final Lifetime lifetime;
    private final Runnable closing = this::clientCloses;
    private final Observing<ReadProgress> observing;
    private final CallerContext context = CallerContext.captureMdc();
    private final ExecutorService readers;
    private final Thread poller;
    private final CompletableFuture<ReadAllSummary> result = new CompletableFuture<>();
    private @Nullable Throwable failure;
    private volatile End end = End.RUNNING;
    private volatile boolean stopped;
    private volatile boolean closed;

    RunningReadAll(
            FileTable table,
            ProgressReport report,
            FileReader reader,
            Polling polling,
            Lifetime lifetime,
            int parallelism,
            Observing<ReadProgress> observing) {
        this.table = table;
        this.report = report;
        this.reader = reader;
        this.polling = polling;
        this.lifetime = lifetime;
        this.observing = observing;
        this.readers = new ThreadPoolExecutor(
                parallelism,
                parallelism,
                0,
                TimeUnit.MILLISECONDS,
                new LinkedBlockingQueue<>(),
                work -> Threads.daemon("digi.me reader", work));
        this.poller = Threads.daemon("digi.me file list", context.around(this::run));
    }

    RunningReadAll start() {
        poller.start();
        lifetime.whenClosed(closing);
        return this;
    }

    @Override
    public ReadAllSummary await() {
        boolean interrupted = false;
        while (true) {
            try {
                ReadAllSummary summary = result.get();
                if (interrupted) {
                    Thread.currentThread().interrupt();
                    throw NetworkException.interrupted(READ_ALL, true, null);
                }
                return summary;
            } catch (InterruptedException e) {
                interrupted = true;
                stop();
            } catch (ExecutionException e) {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
                throw rethrown(e.getCause());
            }
        }
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

    private void clientCloses() {
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
        awaitReaders();
        lifetime.remove(closing);
        if (closed && !stopped) {
            // Neither its files nor its list are to blame for what was cut off.
            reached = End.STOPPED;
            failure = NetworkException.interrupted(READ_ALL, true, failure);
        }
        end = stopped ? End.STOPPED : reached;
        report.tell(end);
    }

    private void read(FileList list) {
        for (String name : table.listed(list)) {
            try {
                readers.execute(context.around(observing.around(() -> read(name))));
            } catch (RejectedExecutionException wasStopped) {
                return;
            }
        }
        report.tell();
    }

    private void read(String name) {
        FileEntry entry;
        FileOutcome outcome;
        do {
            entry = table.entry(name);
            outcome = reader.read(entry);
        } while (!table.finished(name, entry, outcome));
        report.tell();
    }

    /** Lets the files under way come to their end, which is soon if they are stopped. */
    private void awaitReaders() {
        readers.shutdown();
        while (!readers.isTerminated()) {
            try {
                boolean unused = readers.awaitTermination(1, TimeUnit.DAYS);
            } catch (InterruptedException stoppedMeanwhile) {
                // Whoever stops it has seen to the readers: they end soon.
                reader.stop();
            }
        }
    }

    private static RuntimeException rethrown(@Nullable Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException exception
                ? exception
                : new IllegalStateException("reading all files failed in an unforeseen way", failure);
    }
}
