package me.digi.client.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import me.digi.client.DigiMe;
import me.digi.client.auth.ContractDetails;
import me.digi.client.sandbox.ContractKind;
import me.digi.client.sandbox.FileContent;
import me.digi.client.sandbox.NewGrants;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.SandboxFile;
import me.digi.client.sandbox.SyncScript;
import me.digi.client.store.ChildJvm;
import me.digi.client.store.PostgresServer;
import me.digi.client.store.SharedStore;

/**
 * An application of several instances with many stored users, on PostgreSQL: calls, expiry and nightly reading, one
 * after the other and then with a sweep all at once, and what each costs in statements and time. Sandbox, database and
 * instances share the machine, and the sandbox costs more than an instance: take the ratios for your own, not the calls
 * per second. Ends with status 1 if a call failed or a user was refreshed more or less than once.
 *
 * <p>Arguments: the rows of the table (default: 1,000,000), how many of those users are active (10,000), and the number of
 * instances (2). The other rows are copies of an active user's, so the table and its indexes have their real size.
 */
public final class LoadBenchmark implements AutoCloseable {
    private static final int INSTANCE_HEAP_MIB = 256;

    private final Sandbox sandbox = Sandbox.start();
    private final ContractDetails contract = sandbox.addContract("load-" + UUID.randomUUID(), ContractKind.READ);
    private final PostgresServer database = PostgresServer.shared();
    private final LoadTable table = new LoadTable(database.dataSource());
    private final int activeUsers;
    private final List<ChildJvm> instances = new ArrayList<>();
    private long failures;

    private LoadBenchmark(int activeUsers) {
        this.activeUsers = activeUsers;
        sandbox.newUsers(library -> {
            library.files(
                    SandboxFile.mapped("1.json", FileContent.json(4096, 1)),
                    SandboxFile.mapped("2.json", FileContent.json(4096, 1)),
                    SandboxFile.mapped("3.json", FileContent.json(4096, 1)));
            library.script(SyncScript.atOnce());
        });
    }

    public static void main(String[] arguments) throws SQLException {
        int rows = argument(arguments, 0, 1_000_000);
        int active = argument(arguments, 1, 10_000);
        int instances = argument(arguments, 2, 2);
        try (LoadBenchmark load = new LoadBenchmark(active)) {
            load.store(rows);
            load.start(instances);
            System.exit(load.measure() ? 0 : 1);
        }
    }

    private static int argument(String[] arguments, int index, int otherwise) {
        return arguments.length > index ? Integer.parseInt(arguments[index]) : otherwise;
    }

    private void store(int rows) throws SQLException {
        table.create();
        try (DigiMe digiMe = DigiMe.builder()
                .applicationId(sandbox.applicationId())
                .environment(sandbox.environment())
                .clock(sandbox.clock())
                .tokenStore(SharedStore.POSTGRES.open(database.url()))
                .build()) {
            IntStream.range(0, activeUsers)
                    .parallel()
                    .forEach(user ->
                            digiMe.takeOver(contract, LoadInstance.userKey(user), NewGrants.pair(sandbox, contract)));
        }
        table.fillUpTo(rows);
        System.out.printf(Locale.ROOT, "%s; %,d users are active%n", table.size(), activeUsers);
    }

    private void start(int count) {
        for (int index = 0; index < count; index++) {
            instances.add(ChildJvm.startWithOptions(
                    List.of("-XX:TieredStopAtLevel=4", "-Xmx" + INSTANCE_HEAP_MIB + "m"),
                    LoadInstance.class,
                    database.url(),
                    sandbox.environment().baseUrl().toString(),
                    sandbox.applicationId(),
                    contract.contractId(),
                    sandbox.privateKeyPem(contract),
                    Integer.toString(activeUsers),
                    Integer.toString(index),
                    Integer.toString(count)));
        }
        all("time " + sandbox.clock().instant());
    }

    /** Whether no call failed, and each user was refreshed once. */
    private boolean measure() throws SQLException {
        all("memory").forEach(memory -> System.out.println("an instance, before its first call: " + memory));
        System.out.println("| | calls | calls/s | p50 ms | p99 ms | loads/call | writes/call | failed |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- |");
        row("first call of each user, on each instance", all("everyone"));
        int some = Math.min(500, activeUsers);
        row("calls of " + some + " users for 20 s", all("some " + some + " 20"));
        long first = refreshesAfter(Duration.ofDays(2), "each user, on each instance, after expiry", "everyone");
        row("nightly reading of 3 files, 1 in 10 users", all("read 10"));
        long second = refreshesAfter(
                Duration.ofDays(61), "all at once after expiry: calls, sweep, reading of 1 in 10 users", "mix 10");
        System.out.printf(
                Locale.ROOT,
                "%nrefreshes per expiry: %.4f, and %.4f while all happens at once (%,d users)%n",
                (double) first / activeUsers,
                (double) second / activeUsers,
                activeUsers);
        System.out.println(table.updates());
        all("memory").forEach(memory -> System.out.println("an instance, after all calls: " + memory));
        return failures == 0 && first == activeUsers && second == activeUsers;
    }

    /** Lets all access tokens expire, and counts the refreshes of a phase. */
    private long refreshesAfter(Duration pause, String name, String command) {
        sandbox.clock().advance(pause);
        all("time " + sandbox.clock().instant());
        long before = refreshes();
        row(name, all(command));
        return refreshes() - before;
    }

    private int refreshes() {
        return sandbox.requests().count(Operation.REFRESH_TOKEN);
    }

    /** Gives all instances the same command at the same time, and returns their lines. */
    private List<String> all(String command) {
        instances.forEach(instance -> instance.writeLine(command));
        return instances.stream().map(LoadBenchmark::result).toList();
    }

    /** Anything else that an instance prints is a failure, and is shown. */
    private static String result(ChildJvm instance) {
        String line = instance.readLine();
        while (line != null && !line.startsWith(LoadInstance.RESULT)) {
            System.out.println(line);
            line = instance.readLine();
        }
        return Objects.requireNonNull(line, "an instance ended").substring(LoadInstance.RESULT.length());
    }

    /** The sums of the instances, and the percentiles of the slower one. */
    private void row(String name, List<String> lines) {
        List<LoadResult> results = lines.stream().map(LoadResult::parse).toList();
        long calls = sum(results, LoadResult::calls);
        failures += sum(results, LoadResult::failed);
        System.out.printf(
                Locale.ROOT,
                "| %s | %,d | %,.0f | %.1f | %.1f | %.3f | %.3f | %d |%n",
                name,
                calls,
                results.stream()
                        .mapToDouble(result -> result.calls() / result.seconds())
                        .sum(),
                most(results, LoadResult::p50Micros) / 1e3,
                most(results, LoadResult::p99Micros) / 1e3,
                (double) sum(results, LoadResult::loads) / calls,
                (double) sum(results, LoadResult::writes) / calls,
                sum(results, LoadResult::failed));
    }

    private static long sum(List<LoadResult> results, Function<LoadResult, Long> figure) {
        return longs(results, figure).sum();
    }

    private static long most(List<LoadResult> results, Function<LoadResult, Long> figure) {
        return longs(results, figure).max().orElseThrow();
    }

    private static LongStream longs(List<LoadResult> results, Function<LoadResult, Long> figure) {
        return results.stream().mapToLong(figure::apply);
    }

    @Override
    public void close() {
        instances.forEach(ChildJvm::close);
        sandbox.close();
    }
}
