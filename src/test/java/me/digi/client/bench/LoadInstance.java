package me.digi.client.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import me.digi.client.DigiMe;
import me.digi.client.DigiMeUser;
import me.digi.client.Environment;
import me.digi.client.auth.ContractDetails;
import me.digi.client.error.DigiMeException;
import me.digi.client.keepalive.KeepAliveRun;
import me.digi.client.keepalive.KeepAliveSummary;
import me.digi.client.store.SharedStore;

/** One instance of the application in {@link LoadBenchmark}: a process that obeys commands on standard input. */
final class LoadInstance {
    /** Begins each line that responds to a command. */
    static final String RESULT = "= ";

    private static final int THREADS = 16;
    private static final int READING_THREADS = 4;
    private static final int SWEEP_THREADS = 4;
    private static final int SWEEP_RATE = 100;
    private static final int KIB = 1024;

    private final Random random = new Random(1);
    private final int users;
    private final int index;
    private final int instances;
    private final CountingStore store;
    private final DigiMe digiMe;
    private volatile Instant now = Instant.EPOCH;

    private LoadInstance(List<String> arguments) {
        users = Integer.parseInt(arguments.get(5));
        index = Integer.parseInt(arguments.get(6));
        instances = Integer.parseInt(arguments.get(7));
        store = new CountingStore(SharedStore.POSTGRES.open(arguments.get(0)));
        InstantSource source = () -> now;
        digiMe = DigiMe.builder()
                .applicationId(arguments.get(2))
                .environment(Environment.builder()
                        .from(Environment.production())
                        .baseUrl(arguments.get(1))
                        .build())
                .clock(source.withZone(ZoneOffset.UTC))
                .tokenStore(store)
                .contract(ContractDetails.builder()
                        .contractId(arguments.get(3))
                        .privateKey(arguments.get(4))
                        .build())
                .build();
    }

    static String userKey(int user) {
        return "active-" + user;
    }

    public static void main(String[] arguments) throws Exception {
        LoadInstance instance = new LoadInstance(List.of(arguments));
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String command = commands.readLine(); command != null; command = commands.readLine()) {
            System.out.println(RESULT + instance.run(command.split(" ", -1)));
        }
        instance.digiMe.close();
    }

    private String run(String[] command) throws IOException, InterruptedException {
        return switch (command[0]) {
            case "time" -> {
                now = Instant.parse(command[1]);
                yield "ok";
            }
            case "everyone" ->
                measure(shuffled(IntStream.range(0, users)), DigiMeUser::listAccounts)
                        .line();
            case "some" -> {
                long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Long.parseLong(command[2]));
                Stream<Integer> some =
                        random.ints(0, Integer.parseInt(command[1])).boxed();
                yield measure(some.takeWhile(user -> System.nanoTime() < end).iterator(), DigiMeUser::listAccounts)
                        .line();
            }
            case "read" -> {
                yield measure(readers(Integer.parseInt(command[1])), LoadInstance::readFiles)
                        .line();
            }
            case "mix" -> mix(Integer.parseInt(command[1])).line();
            case "memory" -> memory();
            default -> throw new IllegalArgumentException(command[0]);
        };
    }

    /** Calls of all users for as long as a sweep and the reading of some users take, which runs on fewer threads. */
    private LoadResult mix(int oneIn) throws InterruptedException {
        KeepAliveRun sweep =
                digiMe.keepAlive().rate(SWEEP_RATE).parallelism(SWEEP_THREADS).start();
        Iterator<Integer> readers = readers(oneIn);
        AtomicLong unread = new AtomicLong();
        List<Thread> reading = threads(READING_THREADS, readers, LoadInstance::readFiles, micros -> {}, unread);
        BooleanSupplier isBusy = () -> !sweep.isDone() || reading.stream().anyMatch(Thread::isAlive);
        Iterator<Integer> calls = random.ints(0, users)
                .boxed()
                .takeWhile(user -> isBusy.getAsBoolean())
                .iterator();
        LoadResult result = measure(calls, DigiMeUser::listAccounts);
        KeepAliveSummary swept = sweep.await();
        System.err.println("sweep: " + swept.end() + ", " + swept.progress());
        long unfinished = swept.end() == KeepAliveSummary.End.DONE ? 0 : 1;
        return result.andFailed(unread.get() + swept.progress().failed() + unfinished);
    }

    private Iterator<Integer> readers(int oneIn) {
        return shuffled(IntStream.range(0, users / oneIn).filter(user -> user % instances == index));
    }

    private Iterator<Integer> shuffled(IntStream stream) {
        List<Integer> list = new ArrayList<>(stream.boxed().toList());
        Collections.shuffle(list, random);
        return list.iterator();
    }

    private static void readFiles(DigiMeUser user) {
        user.files(user.startSession()).readAll(file -> {
            byte[] unused = file.readBytes();
        });
    }

    private LoadResult measure(Iterator<Integer> calls, Consumer<DigiMeUser> call) throws InterruptedException {
        long loads = store.loads.get();
        long writes = store.writes.get();
        AtomicLong failed = new AtomicLong();
        ConcurrentLinkedQueue<Long> micros = new ConcurrentLinkedQueue<>();
        long start = System.nanoTime();
        for (Thread thread : threads(THREADS, calls, call, micros::add, failed)) {
            thread.join();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return LoadResult.of(
                micros.stream().mapToLong(Long::longValue).toArray(),
                seconds,
                store.loads.get() - loads,
                store.writes.get() - writes,
                failed.get());
    }

    private List<Thread> threads(
            int count, Iterator<Integer> calls, Consumer<DigiMeUser> call, LongConsumer micros, AtomicLong failed) {
        List<Thread> threads = Stream.generate(() -> new Thread(() -> {
                    for (Integer user = next(calls); user != null; user = next(calls)) {
                        long began = System.nanoTime();
                        try {
                            call.accept(digiMe.user(userKey(user)));
                        } catch (DigiMeException e) {
                            failed.incrementAndGet();
                            System.err.println(e);
                        }
                        micros.accept((System.nanoTime() - began) / 1000);
                    }
                }))
                .limit(count)
                .toList();
        threads.forEach(Thread::start);
        return threads;
    }

    private static Integer next(Iterator<Integer> calls) {
        synchronized (calls) {
            return calls.hasNext() ? calls.next() : null;
        }
    }

    private String memory() throws IOException {
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        String resident = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .map(line -> line.replaceAll("\\D", ""))
                .findFirst()
                .orElse("0");
        return "heap " + heap / KIB + " KiB, resident " + Integer.parseInt(resident) / KIB + " MiB, "
                + ManagementFactory.getThreadMXBean().getThreadCount() + " threads";
    }
}
