package me.digi.client.internal.io;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

public final class Threads {
    private Threads() {}

    public static Thread daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** A thread that delays the end of the process. */
    public static Thread nonDaemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(false);
        return thread;
    }

    /** A fixed number of daemon threads. */
    public static ExecutorService fixedPool(String name, int threads) {
        return Executors.newFixedThreadPool(threads, work -> daemon(name, work));
    }

    /** Waits until all tasks have ended. Runs the action on each interrupt, and clears the interrupt. */
    public static void awaitTermination(ExecutorService executor, Runnable onInterrupt) {
        executor.shutdown();
        while (!executor.isTerminated()) {
            try {
                boolean unused = executor.awaitTermination(1, TimeUnit.DAYS);
            } catch (InterruptedException e) {
                onInterrupt.run();
            }
        }
    }
}
