package me.digi.client.internal.read;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import me.digi.client.error.ApiException;
import me.digi.client.error.DigiMeException;
import me.digi.client.error.NetworkException;
import me.digi.client.error.NetworkException.Kind;
import me.digi.client.internal.http.Backoff;
import me.digi.client.read.FailedFile;
import me.digi.client.read.FileEntry;
import me.digi.client.read.ListedFile;
import me.digi.client.read.ReadAllOptions;
import me.digi.client.read.ReadFile;
import org.jspecify.annotations.Nullable;

/** Reads files into a sink, on its callers' threads. Failures are the file's outcome. */
final class FileReader {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(750);

    private final ReadableFiles files;
    private final SessionCalls calls;
    private final Sink sink;
    private final ProgressReport report;
    private final int attempts;
    private final AdaptiveLimit limit;
    /** The whole download is repeated instead. */
    private final Backoff withoutRetries;

    private final Set<OpenFile.Listed> open = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    /** Where {@code readAll} writes files. */
    @FunctionalInterface
    interface Sink {
        /** Returns where the file was written, or null. */
        @Nullable
        Path write(ListedFile file) throws Exception;
    }

    FileReader(ReadableFiles files, SessionCalls calls, Sink sink, ProgressReport report, ReadAllOptions options) {
        this.files = files;
        this.calls = calls;
        this.sink = sink;
        this.report = report;
        this.attempts = options.attempts();
        this.limit = new AdaptiveLimit(options.parallelism());
        this.withoutRetries = calls.backoff().none();
    }

    /** Cancels open files and reads no more. */
    void stop() {
        stopped = true;
        open.forEach(file -> file.close());
    }

    FileOutcome read(FileEntry entry) {
        Duration pause = FIRST_PAUSE;
        for (int attempt = 1; ; attempt++) {
            FileOutcome outcome = limitedAttempt(entry);
            boolean again = outcome instanceof FileOutcome.Failed failed && failed.isRetryable();
            if (!again || attempt >= attempts) {
                return outcome;
            }
            try {
                calls.lifetime().pause(SessionCalls.DOWNLOAD, pause);
            } catch (DigiMeException interrupted) {
                return outcome(entry, interrupted, false);
            }
            pause = SessionCalls.nextPause(pause);
        }
    }

    private FileOutcome limitedAttempt(FileEntry entry) {
        try {
            limit.enter();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return outcome(entry, NetworkException.interrupted(SessionCalls.DOWNLOAD, false, e), false);
        }
        FileOutcome outcome = stopped ? new FileOutcome.Stopped() : attempt(entry);
        if (outcome instanceof FileOutcome.Failed failed
                && isOverload(failed.file().cause())) {
            limit.leaveOverloaded();
        } else {
            limit.leave();
        }
        return outcome;
    }

    private static boolean isOverload(Throwable failure) {
        return isConnectionFailure(failure) || (failure instanceof ApiException refused && refused.isRetryable());
    }

    private FileOutcome attempt(FileEntry entry) {
        try (OpenFile.Listed file = files.open(entry, withoutRetries)) {
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

    private FileOutcome consume(OpenFile.Listed file) {
        file.content().onBytes(report::addBytes);
        Path path = null;
        Throwable thrown = null;
        try {
            path = sink.write(file);
        } catch (Throwable e) {
            thrown = e;
        }
        // Counts before what the sink made of it, which may be nothing.
        DigiMeException reason = file.content().failure();
        if (reason != null) {
            return outcome(file.entry(), reason, isConnectionFailure(reason));
        }
        return thrown == null
                ? new FileOutcome.Done(new ReadFile(
                        file.entry(), file.metadata(), file.content().bytes(), path))
                : outcome(file.entry(), thrown, false);
    }

    private static boolean isConnectionFailure(Throwable reason) {
        return reason instanceof NetworkException network && network.kind() != Kind.INTERRUPTED;
    }

    private FileOutcome outcome(FileEntry entry, Throwable failure, boolean isRetryable) {
        return stopped
                ? new FileOutcome.Stopped()
                : new FileOutcome.Failed(new FailedFile(entry, failure), isRetryable);
    }
}
