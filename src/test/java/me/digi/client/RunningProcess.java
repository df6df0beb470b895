package me.digi.client;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import me.digi.client.store.ChildJvm;

/** A process with a client on real time, for any user of a store. It can be killed or suspended. */
final class RunningProcess implements AutoCloseable {
    private static final int HEAP_MIB = 48;

    private final ChildJvm jvm;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final AtomicInteger calls = new AtomicInteger();
    private final Map<String, CompletableFuture<Answer>> underWay = new ConcurrentHashMap<>();

    /**
     * The result of a call.
     *
     * @param took how long it took, by the process's own monotonic clock
     */
    record Answer(Duration took, String text) {}

    /** Starts it with the arguments of {@link RunningProcessMain}, without waiting for it. */
    RunningProcess(String... arguments) {
        jvm = ChildJvm.startWithHeap(HEAP_MIB, RunningProcessMain.class, arguments);
        Thread reader = new Thread(this::read, "reader of a process");
        reader.setDaemon(true);
        reader.start();
    }

    /** Waits until calls can be made. */
    RunningProcess awaitReady() {
        ready.join();
        return this;
    }

    /** Makes a call for a user; its result never completes if the process is killed. */
    CompletableFuture<Answer> call(String user) {
        String number = Integer.toString(calls.incrementAndGet());
        CompletableFuture<Answer> response = new CompletableFuture<>();
        underWay.put(number, response);
        jvm.writeLine(number + " " + user);
        return response;
    }

    void stop() {
        jvm.stop();
    }

    void resume() {
        jvm.resume();
    }

    private void read() {
        try {
            for (String line = jvm.readLine(); line != null; line = jvm.readLine()) {
                take(line);
            }
        } catch (UncheckedIOException killed) {
            // The streams are closed along with it.
        }
        ready.completeExceptionally(new IllegalStateException("the process has ended"));
        underWay.values().forEach(response -> response.cancel(false));
    }

    private void take(String line) {
        if (line.equals("ready")) {
            ready.complete(null);
            return;
        }
        String[] words = line.split(" ", 3);
        CompletableFuture<Answer> response = underWay.remove(words[0]);
        if (response == null) {
            System.err.println(line);
        } else {
            response.complete(new Answer(Duration.ofMillis(Long.parseLong(words[1])), words[2]));
        }
    }

    /** Kills it (SIGKILL), wherever it is. */
    @Override
    public void close() {
        jvm.close();
    }
}
