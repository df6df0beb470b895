package me.digi.client;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Calls that start at the same moment, each on its own thread. */
final class ParallelCalls {
    private ParallelCalls() {}

    /** Makes a call on a number of threads, and returns all results. */
    static <T> List<T> onThreads(int threads, Callable<T> work) throws Exception {
        return onThreads(Collections.nCopies(threads, work));
    }

    static <T> List<T> onThreads(List<Callable<T>> works) throws Exception {
        CyclicBarrier start = new CyclicBarrier(works.size());
        ExecutorService executor = Executors.newFixedThreadPool(works.size());
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (Callable<T> work : works) {
                futures.add(executor.submit(() -> {
                    start.await();
                    return work.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } finally {
            executor.shutdownNow();
        }
    }
}
