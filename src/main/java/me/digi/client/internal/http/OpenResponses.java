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
import me.digi.client.internal.io.Threads;

/**
 * The responses that are being read by the application. Looks after each read: one whose thread was interrupted ends at once,
 * and so does a response that has stalled for too long in all; the network notices neither. Safe for use by many threads.
 */
final class OpenResponses {
    private static final long TICK = TimeUnit.MILLISECONDS.toNanos(25);
    /** Slower than that is a stall: a kilobyte per second. */
    private static final long NANOS_PER_BYTE = TimeUnit.SECONDS.toNanos(1) / 1024;

    private final long mostStallNanos;
    /** All of them, but those that nobody has any more. */
    private final Set<StreamedResponse> open =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    private final Set<StreamedResponse> inRead = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean watching = new AtomicBoolean();
    private final ScheduledThreadPoolExecutor watch =
            new ScheduledThreadPoolExecutor(1, work -> Threads.daemon("digi.me watch", work));
    private volatile boolean closed;

    /**
     * Watches responses.
     *
     * @param stall how long each may stall in all
     */
    OpenResponses(Duration stall) {
        mostStallNanos = stall.toNanos();
        watch.setKeepAliveTime(10, TimeUnit.SECONDS);
        watch.allowCoreThreadTimeOut(true);
        watch.setRejectedExecutionHandler(new DiscardPolicy());
    }

    /** How much of a wait for so many bytes is a stall. */
    static long stall(long nanos, int bytes) {
        return Math.max(0, nanos - Math.max(0, bytes) * NANOS_PER_BYTE);
    }

    void add(StreamedResponse response) {
        open.add(response);
        if (closed) {
            response.end(Kind.INTERRUPTED);
        }
    }

    void readBegins(StreamedResponse response) {
        inRead.add(response);
        startWatching();
    }

    void readEnds(StreamedResponse response) {
        inRead.remove(response);
    }

    /** Looks as long as anybody reads, so that nothing runs for files that are open and are not read. */
    private void startWatching() {
        if (watching.compareAndSet(false, true)) {
            ScheduledFuture<?> unused = watch.schedule(this::look, TICK, TimeUnit.NANOSECONDS);
        }
    }

    private void look() {
        long now = System.nanoTime();
        inRead.forEach(response -> response.check(now, mostStallNanos));
        watching.set(false);
        if (!inRead.isEmpty()) {
            startWatching();
        }
    }

    void close() {
        closed = true;
        List<StreamedResponse> toEnd;
        synchronized (open) {
            toEnd = List.copyOf(open);
        }
        toEnd.forEach(response -> response.end(Kind.INTERRUPTED));
        watch.shutdownNow();
    }
}
