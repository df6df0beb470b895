package me.digi.client;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/** Threads of an OkHttp client, which a test can wait for: what a thread leaves uncaught shows only at its very end. */
final class JoinedThreads {
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final ThreadPoolExecutor executor =
            new ThreadPoolExecutor(0, Integer.MAX_VALUE, 1, TimeUnit.MINUTES, new SynchronousQueue<>(), work -> {
                Thread thread = new Thread(work, "the application's OkHttp");
                threads.add(thread);
                return thread;
            });

    /** A builder of a client that runs its calls on these threads. */
    OkHttpClient.Builder client() {
        return new OkHttpClient.Builder().dispatcher(new Dispatcher(executor));
    }

    /** Whether that is one of them. */
    boolean contain(Thread thread) {
        return threads.contains(thread);
    }

    /** Lets all of them end. */
    void join() throws InterruptedException {
        executor.shutdown();
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
