package me.digi.client.sandbox;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The requests that a {@link Sandbox} received, oldest first. Each is added before its response is sent. Only the
 * newest are kept: see {@link SandboxBuilder#requestLog}. Safe for use by many threads.
 */
public final class RequestLog {
    private static final long MAX_BYTES = 64L << 20;

    private final int capacity;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition added = lock.newCondition();
    private final NavigableMap<Long, RecordedRequest> requests = new TreeMap<>();
    private final Map<Operation, Integer> counts = new EnumMap<>(Operation.class);
    private long newest;
    private long bytes;

    RequestLog(int capacity) {
        this.capacity = capacity;
    }

    /** The requests that are kept. */
    public List<RecordedRequest> all() {
        return after(0);
    }

    /** Returns the requests of an operation that are kept. */
    public List<RecordedRequest> of(Operation operation) {
        return all().stream()
                .filter(request -> request.operation() == operation)
                .toList();
    }

    /** Returns the request of that number, or null if it is not kept. */
    public @Nullable RecordedRequest numbered(long number) {
        return locked(() -> requests.get(number));
    }

    /** Returns the number of requests of an operation, including those that are no longer kept. */
    public int count(Operation operation) {
        return locked(() -> counts.getOrDefault(operation, 0));
    }

    /**
     * Returns the latest request of an operation.
     *
     * @throws IllegalStateException if there was none, or it is no longer kept
     */
    public RecordedRequest last(Operation operation) {
        List<RecordedRequest> found = of(operation);
        if (found.isEmpty()) {
            throw new IllegalStateException(
                    count(operation) == 0
                            ? "no request for " + operation + " so far"
                            : "the last request for " + operation + " is no longer kept");
        }
        return found.get(found.size() - 1);
    }

    /** Waits until an operation has been requested {@code times} times. */
    public void await(Operation operation, int times) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (count(operation) < times) {
                added.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Returns the requests with a greater number, waiting up to {@code atMost} for the first one. */
    public List<RecordedRequest> after(long number, Duration atMost) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = atMost.toNanos();
            while (newest <= number && left > 0) {
                left = added.awaitNanos(left);
            }
            return after(number);
        } finally {
            lock.unlock();
        }
    }

    /** The number of the newest request; 0 if there was none. */
    public long newest() {
        return locked(() -> newest);
    }

    /** Removes the requests, and resets the counts. The numbers of requests continue. */
    public void clear() {
        lock.lock();
        try {
            requests.clear();
            counts.clear();
            bytes = 0;
        } finally {
            lock.unlock();
        }
    }

    void add(LongFunction<RecordedRequest> numbered) {
        lock.lock();
        try {
            RecordedRequest request = numbered.apply(++newest);
            requests.put(newest, request);
            counts.merge(request.operation(), 1, Integer::sum);
            bytes += request.weight();
            while (requests.size() > capacity || (bytes > MAX_BYTES && requests.size() > 1)) {
                bytes -= requests.pollFirstEntry().getValue().weight();
            }
            added.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private List<RecordedRequest> after(long number) {
        return locked(() -> List.copyOf(requests.tailMap(number, false).values()));
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
