package me.digi.client.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * What a {@link Sandbox} was asked, oldest first. A request is in it before its response is sent. It keeps the newest
 * 50 000. Safe for use by many threads.
 */
public final class RequestLog {
    private static final int CAPACITY = 50_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition added = lock.newCondition();
    private final Deque<RecordedRequest> requests = new ArrayDeque<>();

    RequestLog() {}

    /** All requests so far. */
    public List<RecordedRequest> all() {
        return matching(request -> true);
    }

    /** The requests for that operation so far. */
    public List<RecordedRequest> of(Operation operation) {
        return matching(request -> request.operation() == operation);
    }

    /** How often that operation was asked for so far. */
    public int count(Operation operation) {
        return of(operation).size();
    }

    /** The latest request for that operation. */
    public RecordedRequest last(Operation operation) {
        List<RecordedRequest> found = of(operation);
        if (found.isEmpty()) {
            throw new IllegalStateException("no request for " + operation + " so far");
        }
        return found.get(found.size() - 1);
    }

    /** Waits until that operation was asked for so many times. */
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

    /** Forgets all requests so far. */
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
