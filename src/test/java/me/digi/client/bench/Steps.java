package me.digi.client.bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Scanner;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The loop of a {@link BenchProcess}: reads lines such as {@code accounts 1000}, with {@code done} before and after each. */
final class Steps {
    private Steps() {}

    static void serve(Map<String, Step> steps) throws Exception {
        System.out.println("done");
        try (Scanner lines = new Scanner(System.in, StandardCharsets.UTF_8)) {
            while (lines.hasNext()) {
                Objects.requireNonNull(steps.get(lines.next())).run(lines.nextInt());
                System.out.println("done");
            }
        }
    }

    /** Does it for each number below {@code units}, so many at once. */
    static void inParallel(int threads, int units, Step work) throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> ends = new ArrayList<>();
            for (int i = 0; i < units; i++) {
                int unit = i;
                ends.add(pool.submit(() -> {
                    work.run(unit);
                    return null;
                }));
            }
            for (Future<?> end : ends) {
                end.get();
            }
        } finally {
            pool.shutdown();
        }
    }

    /** Work of so many units, or on the unit of that number. */
    @FunctionalInterface
    interface Step {
        void run(int units) throws Exception;
    }
}
