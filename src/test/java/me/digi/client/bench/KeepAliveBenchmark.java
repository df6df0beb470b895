package me.digi.client.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import me.digi.client.KeepAliveScene;
import me.digi.client.store.SharedStore;

/**
 * A keep-alive sweep over 100,000 stored users, by three processes at once, on PostgreSQL: whether each due user is refreshed
 * exactly once, and how many refreshes per second that makes, with the sandbox on the same machine. Not JMH: one sweep is one
 * measurement.
 */
public final class KeepAliveBenchmark {
    private static final int USERS = 100_000;
    private static final int PROCESSES = 3;
    private static final int PARALLELISM = 8;

    private KeepAliveBenchmark() {}

    /** Arguments: how many of the users are due (10,000 if absent). */
    public static void main(String[] arguments) throws Exception {
        int due = arguments.length == 0 ? USERS / 10 : Integer.parseInt(arguments[0]);
        Path unused = Files.createTempDirectory("digime-keep-alive-");
        ScheduledExecutorService clearer = Executors.newSingleThreadScheduledExecutor();
        try (KeepAliveScene scene = new KeepAliveScene(SharedStore.POSTGRES, unused)) {
            scene.store(due, USERS - due);
            System.out.println(USERS + " users are stored, and " + due + " of them are due");
            ScheduledFuture<?> clearing = clearer.scheduleAtFixedRate(scene::forgetRequests, 1, 1, TimeUnit.SECONDS);
            long start = System.nanoTime();
            List<String> ends = scene.sweep(PROCESSES, PARALLELISM, List.of("-XX:TieredStopAtLevel=4", "-Xmx256m"));
            clearing.cancel(false);
            double seconds = (System.nanoTime() - start) / 1e9;
            ends.forEach(System.out::println);
            long once = scene.usersWithPairs(2);
            long more = USERS - once - scene.usersWithPairs(1);
            System.out.printf("%d of %d due users were refreshed exactly once, %d users more often%n", once, due, more);
            System.out.printf("%.0f seconds, %.0f refreshes per second%n", seconds, once / seconds);
            System.exit(once == due && more == 0 ? 0 : 1);
        }
    }
}
