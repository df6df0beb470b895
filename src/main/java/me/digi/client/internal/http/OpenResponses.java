package me.digi.client.internal.http;

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
import me.digi.client.internal.http.HttpSettings.Timeouts;
import me.digi.client.internal.io.Threads;

/**
 * Watches the responses that applications read: a read ends when its thread is interrupted or the response has stalled
 * for too long in total. The network detects neither. Safe for use by many threads.
 */
final class OpenResponses {
    private static final long TICK = TimeUnit.MILLISECONDS.toNanos(25);
    /** Slower than a kilobyte per second is a stall. */
    private static final long NANOS_PER_BYTE = TimeUnit.SECONDS.toNanos(1) / 1024;

    private final long maxStallNanos;
    private final long maxReadNanos;
    /** Weak: an abandoned response is collected. */
    private final Set<StreamedResponse> open =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    private final Set<StreamedResponse> inRead = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean watching = new AtomicBoolean();
    private final ScheduledThreadPoolExecutor watch =
            new ScheduledThreadPoolExecutor(1, work -> Threads.daemon("digi.me watch", work));
    private volatile boolean closed;

    /**
     * Without responses yet.
     *
     * @param timeouts the longest total stall of a response, and the longest read
     */
    OpenResponses(Timeouts timeouts) {
        maxStallNanos = timeouts.stall().toNanos();
        maxReadNanos = timeouts.read().toNanos();
        watch.setKeepAliveTime(10, TimeUnit.SECONDS);
        watch.allowCoreThreadTimeOut(true);
        watch.setRejectedExecutionHandler(new DiscardPolicy());
    }

    /** The part of a wait for so many bytes that counts as a stall. */
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

    /** Runs only during reads, not for open files. */
    private void startWatching() {
        if (watching.compareAndSet(false, true)) {
            ScheduledFuture<?> unused = watch.schedule(this::check, TICK, TimeUnit.NANOSECONDS);
        }
    }

    private void check() {
        long now = System.nanoTime();
        inRead.forEach(response -> response.check(now, maxStallNanos, maxReadNanos));
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
