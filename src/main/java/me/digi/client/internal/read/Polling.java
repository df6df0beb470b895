package me.digi.client.internal.read;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import me.digi.client.read.FileList;
import me.digi.client.read.ReadAllOptions;
import me.digi.client.read.ReadAllSummary.End;
import me.digi.client.read.SyncState;

/** Polls the file list until the service has fetched all data, or a limit is reached. For one thread. */
final class Polling {
    /** Most accounts are up to date, and done after a moment. */
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

    private final SessionCalls calls;
    private final ReadAllOptions options;

    Polling(SessionCalls calls, ReadAllOptions options) {
        this.calls = calls;
        this.options = options;
    }

    /** Passes on each list; returns why polling ended. */
    End run(Consumer<FileList> consumer) {
        Instant start = calls.clock().instant();
        Duration paused = Duration.ZERO;
        Duration pause = atMostTheInterval(FIRST_PAUSE);
        int pendingPolls = 0;
        while (true) {
            FileList list = calls.list();
            consumer.accept(list);
            if (list.state().isEnd()) {
                return End.SYNC_ENDED;
            }
            pendingPolls += list.state().equals(SyncState.PENDING) ? 1 : 0;
            if (pendingPolls >= options.maxPendingPolls()) {
                return End.STILL_PENDING;
            }
            // The clock may stand still or be set back, so pauses are counted too.
            Duration elapsed = Duration.between(start, calls.clock().instant());
            Duration waited = elapsed.compareTo(paused) > 0 ? elapsed : paused;
            if (waited.plus(pause).compareTo(options.maxWait()) > 0) {
                return End.TIMED_OUT;
            }
            calls.lifetime().pause(SessionCalls.LIST, pause);
            paused = paused.plus(pause);
            pause = atMostTheInterval(SessionCalls.nextPause(pause));
        }
    }

    private Duration atMostTheInterval(Duration pause) {
        Duration interval = options.pollInterval();
        return pause.compareTo(interval) < 0 ? pause : interval;
    }
}
