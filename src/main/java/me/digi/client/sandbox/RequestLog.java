package me.digi.client.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * The requests that a {@link Sandbox} received, oldest first. Each is added before its response is sent; the newest
 * 50,000 are kept. Safe for use by many threads.
 */
public final class RequestLog {
    private static final int CAPACITY = 50_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition added = lock.newCondition();
    private final Deque<RecordedRequest> requests = new ArrayDeque<>();

    RequestLog() {}

    public List<RecordedRequest> all() {
        return matching(request -> true);
    }

    /** Returns the requests of an operation. */
    public List<RecordedRequest> of(Operation operation) {
        return matching(request -> request.operation() == operation);
    }

    /** Returns the number of requests of an operation. */
    public int count(Operation operation) {
        return of(operation).size();
    }

    /**
     * Returns the latest request of an operation.
     *
     * @throws IllegalStateException if there was none
     */
    public RecordedRequest last(Operation operation) {
        List<RecordedRequest> found = of(operation);
        if (found.isEmpty()) {
            throw new IllegalStateException("no request for " + operation + " so far");
        }
        return found.get(found.size() - 1);
    }

    /** Waits until an operation was requested {@code times} times. */
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

    public void clear() {
        lock.lock();
        try {
            requests.clear();
        } finally {
            lock.unlock();
        }
    }

    void add(RecordedRequest request) {
        lock.lock();
        try {
            if (requests.size() == CAPACITY) {
                requests.removeFirst();
            }
            requests.addLast(request);
            added.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private List<RecordedRequest> matching(Predicate<RecordedRequest> wanted) {
        lock.lock();
        try {
            return requests.stream().filter(wanted).toList();
        } finally {
            lock.unlock();
        }
    }
}
