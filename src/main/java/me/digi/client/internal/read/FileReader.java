package me.digi.client.internal.read;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import me.digi.client.error.DigiMeException;
import me.digi.client.internal.http.Lifetime;
import me.digi.client.read.FailedFile;
import me.digi.client.read.FileEntry;
import me.digi.client.read.ReadAllOptions;
import me.digi.client.read.ReadFile;

/** Reads files into a sink, on its callers' threads. Failures are the file's outcome. */
final class FileReader {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(750);

    private final FileOpener opener;
    private final FileSink sink;
    private final ProgressReport report;
    private final int attempts;
    private final Lifetime lifetime;
    private final Set<OpenListedFile> open = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    FileReader(FileOpener opener, FileSink sink, ProgressReport report, ReadAllOptions options, Lifetime lifetime) {
        this.opener = opener;
        this.sink = sink;
        this.report = report;
        this.attempts = options.attempts();
        this.lifetime = lifetime;
    }

    /** Cancels open files and reads no more. */
    void stop() {
        stopped = true;
        open.forEach(OpenListedFile::close);
    }

    FileOutcome read(FileEntry entry) {
        Duration pause = FIRST_PAUSE;
        for (int attempt = 1; ; attempt++) {
            FileOutcome outcome = stopped ? new FileOutcome.Stopped() : attempt(entry);
            boolean again = outcome instanceof FileOutcome.Failed failed && failed.isRetryable();
            if (!again || attempt >= attempts) {
                return outcome;
            }
            try {
                lifetime.pause(SessionCalls.DOWNLOAD, pause);
            } catch (DigiMeException interrupted) {
                return outcome(entry, interrupted, false);
            }
            pause = Pauses.next(pause);
        }
    }

    private FileOutcome attempt(FileEntry entry) {
        try (OpenListedFile file = opener.open(entry)) {
            open.add(file);
            try {
                return stopped ? new FileOutcome.Stopped() : consume(file);
            } finally {
                open.remove(file);
            }
        } catch (Throwable notOpened) {
            // The retry policy has already been applied to the request.
            return outcome(entry, notOpened, false);
        }
    }

    private FileOutcome consume(OpenListedFile file) {
        file.onBytes(report::addBytes);
        try {
            Path path = sink.write(file);
            DigiMeException swallowed = file.failure();
            if (swallowed == null) {
                return new FileOutcome.Done(new ReadFile(file.entry(), file.metadata(), file.bytesRead(), path));
            }
            return outcome(file.entry(), swallowed, FileOutcome.Failed.isConnectionFailure(swallowed));
        } catch (Throwable thrown) {
            DigiMeException reason = file.failure();
            return reason == null
                    ? outcome(file.entry(), thrown, false)
                    : outcome(file.entry(), reason, FileOutcome.Failed.isConnectionFailure(reason));
        }
    }

    private FileOutcome outcome(FileEntry entry, Throwable failure, boolean isRetryable) {
        return stopped
                ? new FileOutcome.Stopped()
                : new FileOutcome.Failed(new FailedFile(entry, failure), isRetryable);
    }
}
