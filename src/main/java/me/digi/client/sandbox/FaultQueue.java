package me.digi.client.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The faults of each operation, in the order they were added. */
final class FaultQueue {
    private final Map<Operation, Deque<Fault>> queues = new EnumMap<>(Operation.class);

    synchronized void add(Operation operation, Fault fault) {
        queues.computeIfAbsent(operation, key -> new ArrayDeque<>()).addLast(fault);
    }

    synchronized @Nullable Fault next(Operation operation) {
        Deque<Fault> queue = queues.get(operation);
        return queue == null ? null : queue.pollFirst();
    }

    /** Returns the faults that have not occurred, in order. */
    synchronized Map<Operation, List<Fault>> pending() {
        Map<Operation, List<Fault>> pending = new EnumMap<>(Operation.class);
        queues.forEach((operation, queue) -> {
            if (!queue.isEmpty()) {
                pending.put(operation, List.copyOf(queue));
            }
        });
        return pending;
    }

    synchronized void clear() {
        queues.clear();
    }
}
