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

/** Reads one file after the other into a sink, on as many threads as call it; what goes wrong is that file's outcome. */
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

    /** Cuts off all files under way, and takes no more. */
    void stop() {
        stopped = true;
        open.forEach(OpenListedFile::close);
    }

    FileOutcome read(FileEntry entry) {
        Duration pause = FIRST_PAUSE;
        for (int attempt = 1; ; attempt++) {
            FileOutcome outcome = stopped ? new FileOutcome.Stopped() : attempt(entry);
            boolean again = outcome instanceof FileOutcome.Failed failed && failed.brokeOff();
            if (!again || attempt >= attempts) {
                return outcome;
            }
            try {
                lifetime.pause(SessionCalls.DOWNLOAD, pause);
            } catch (DigiMeException interrupted) {
                return outcome(entry, interrupted, false);
            }
            pause = Pauses.grownByHalf(pause);
        }
    }

    private FileOutcome attempt(FileEntry entry) {
        try (OpenListedFile file = opener.open(entry)) {
            open.add(file);
            try {
                return stopped ? new FileOutcome.Stopped() : handOver(file);
            } finally {
                open.remove(file);
            }
        } catch (Throwable notOpened) {
            // Requests have been repeated already as the retry policy has it.
            return outcome(entry, notOpened, false);
        }
    }

    private FileOutcome handOver(OpenListedFile file) {
        file.onBytes(report::addBytes);
        try {
            Path path = sink.take(file);
            DigiMeException unminded = file.failure();
            if (unminded == null) {
                return new FileOutcome.Done(new ReadFile(file.entry(), file.metadata(), file.bytesRead(), path));
            }
            return outcome(file.entry(), unminded, FileOutcome.Failed.isBrokenOff(unminded));
        } catch (Throwable thrown) {
            DigiMeException reason = file.failure();
            return reason == null
                    ? outcome(file.entry(), thrown, false)
                    : outcome(file.entry(), reason, FileOutcome.Failed.isBrokenOff(reason));
        }
    }

    private FileOutcome outcome(FileEntry entry, Throwable failure, boolean brokeOff) {
        return stopped ? new FileOutcome.Stopped() : new FileOutcome.Failed(new FailedFile(entry, failure), brokeOff);
    }
}
