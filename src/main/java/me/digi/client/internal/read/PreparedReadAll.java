package me.digi.client.internal.read;

import java.nio.file.Path;
import java.util.Objects;
import me.digi.client.internal.http.Observations;
import me.digi.client.read.FileHandler;
import me.digi.client.read.ReadAllOptions;
import me.digi.client.read.ReadAllRequest;
import me.digi.client.read.ReadAllRun;
import me.digi.client.read.ReadProgressListener;

/** For one thread at a time. */
final class PreparedReadAll implements ReadAllRequest {
    private final SessionCalls calls;
    private final FileOpener opener;
    private final Waiting waiting;
    private final Observations observations;
    private ReadAllOptions options = ReadAllOptions.defaults();
    private ReadProgressListener listener = progress -> {};

    PreparedReadAll(SessionCalls calls, FileOpener opener, Waiting waiting, Observations observations) {
        this.observations = observations;
        this.calls = calls;
        this.opener = opener;
        this.waiting = waiting;
    }

    @Override
    public ReadAllRequest options(ReadAllOptions newOptions) {
        this.options = Objects.requireNonNull(newOptions, "options");
        return this;
    }

    @Override
    public ReadAllRequest listener(ReadProgressListener newListener) {
        this.listener = Objects.requireNonNull(newListener, "listener");
        return this;
    }

    @Override
    public ReadAllRun start(FileHandler handler) {
        Objects.requireNonNull(handler, "handler");
        return begin(file -> {
            handler.handle(file);
            return null;
        });
    }

    @Override
    public ReadAllRun startInto(Path directory) {
        return begin(DirectorySink.in(Objects.requireNonNull(directory, "directory")));
    }

    private ReadAllRun begin(FileSink sink) {
        FileTable table = new FileTable();
        ProgressReport report = new ProgressReport(table, listener);
        FileReader reader = new FileReader(opener.withoutReopening(), sink, report, options, waiting.lifetime());
        Polling polling = new Polling(calls, options, waiting);
        return new RunningReadAll(
                        table,
                        report,
                        reader,
                        polling,
                        waiting.lifetime(),
                        options.parallelism(),
                        observations.readAll())
                .start();
    }
}
