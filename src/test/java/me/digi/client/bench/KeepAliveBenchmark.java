package me.digi.client.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import me.digi.client.KeepAliveProcess;
import me.digi.client.SharedStoreFixture;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.store.SharedStore;

/**
 * Three processes at once refresh the due ones of 100,000 users that are stored in PostgreSQL: measures whether each is
 * refreshed exactly once, and the refreshes per second, with the sandbox on the same machine. Not JMH: one run is one
 * measurement.
 */
public final class KeepAliveBenchmark {
    private static final Duration LIFETIME = Duration.ofDays(90);
    private static final int USERS = 100_000;
    private static final int PROCESSES = 3;
    private static final int PARALLELISM = 8;

    private KeepAliveBenchmark() {}

    /** Arguments: how many of the users are due (10,000 if absent). */
    public static void main(String[] arguments) throws Exception {
        int due = arguments.length == 0 ? USERS / 10 : Integer.parseInt(arguments[0]);
        Path unused = Files.createTempDirectory("digime-keep-alive-");
        ScheduledExecutorService clearer = Executors.newSingleThreadScheduledExecutor();
        Sandbox sandbox = Sandbox.builder().refreshTokenLifetime(LIFETIME).start();
        sandbox.newUsers(library -> library.files());
        try (SharedStoreFixture fixture = new SharedStoreFixture(sandbox, SharedStore.POSTGRES, unused)) {
            fixture.storeUsers("due-", due);
            sandbox.clock().advance(LIFETIME.dividedBy(2));
            fixture.storeUsers("fresh-", USERS - due);
            System.out.println(USERS + " users are stored, and " + due + " of them are due");
            ScheduledFuture<?> clearing =
                    clearer.scheduleAtFixedRate(sandbox.requests()::clear, 1, 1, TimeUnit.SECONDS);
            long start = System.nanoTime();
            List<String> ends = KeepAliveProcess.sweep(
                    fixture, PROCESSES, PARALLELISM, List.of("-XX:TieredStopAtLevel=4", "-Xmx256m"));
            clearing.cancel(false);
            double seconds = (System.nanoTime() - start) / 1e9;
            ends.forEach(System.out::println);
            long once = fixture.usersWithPairs(2);
            long more = USERS - once - fixture.usersWithPairs(1);
            System.out.printf("%d of %d due users were refreshed exactly once, %d users more often%n", once, due, more);
            System.out.printf("%.0f seconds, %.0f refreshes per second%n", seconds, once / seconds);
            System.exit(once == due && more == 0 ? 0 : 1);
        }
    }
}
