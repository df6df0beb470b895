package me.digi.client.internal.http;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import me.digi.client.error.NetworkException.Kind;
import me.digi.client.internal.values.Threads;

/**
 * The answers that are being read by the application. Looks after each read: one whose thread was interrupted ends at once,
 * and so does an answer that has stalled for too long in all; the network notices neither. Safe for use by many threads.
 */
final class OpenAnswers {
    private static final long TICK = TimeUnit.MILLISECONDS.toNanos(25);
    /** Slower than that is a stall: a kilobyte per second. */
    private static final long NANOS_PER_BYTE = TimeUnit.SECONDS.toNanos(1) / 1024;

    private final long mostStallNanos;
    /** All of them, but those that nobody has any more. */
    private final Set<StreamedAnswer> open =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    private final Set<StreamedAnswer> inRead = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean watching = new AtomicBoolean();
    private final ScheduledThreadPoolExecutor watch =
            new ScheduledThreadPoolExecutor(1, work -> Threads.daemon("digi.me watch", work));
    private volatile boolean closed;

    /**
     * Looks after answers.
     *
     * @param stall how long each may stall in all
     */
    OpenAnswers(Duration stall) {
        mostStallNanos = stall.toNanos();
        watch.setKeepAliveTime(10, TimeUnit.SECONDS);
        watch.allowCoreThreadTimeOut(true);
        watch.setRejectedExecutionHandler(new DiscardPolicy());
    }

    /** How much of a wait for so many bytes is a stall. */
    static long stall(long nanos, int bytes) {
        return Math.max(0, nanos - Math.max(0, bytes) * NANOS_PER_BYTE);
    }

    void add(StreamedAnswer answer) {
        open.add(answer);
        if (closed) {
            answer.end(Kind.INTERRUPTED);
        }
    }

    void readBegins(StreamedAnswer answer) {
        inRead.add(answer);
        startWatching();
    }

    void readEnds(StreamedAnswer answer) {
        inRead.remove(answer);
    }

    /** Looks as long as anybody reads, so that nothing runs for files that are open and are not read. */
    private void startWatching() {
        if (watching.compareAndSet(false, true)) {
            ScheduledFuture<?> unused = watch.schedule(this::look, TICK, TimeUnit.NANOSECONDS);
        }
    }

    private void look() {
        long now = System.nanoTime();
        inRead.forEach(answer -> answer.check(now, mostStallNanos));
        watching.set(false);
        if (!inRead.isEmpty()) {
            startWatching();
        }
    }

    void close() {
        closed = true;
        List<StreamedAnswer> toEnd;
        synchronized (open) {
            toEnd = List.copyOf(open);
        }
        toEnd.forEach(answer -> answer.end(Kind.INTERRUPTED));
        watch.shutdownNow();
    }
}
