package me.digi.client.bench;

import java.io.IOException;
import java.io.InputStream;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import me.digi.client.DigiMe;
import me.digi.client.Environment;
import me.digi.client.KnownUser;
import me.digi.client.auth.ContractDetails;
import me.digi.client.read.ListedFile;
import me.digi.client.read.ReadAllOptions;
import me.digi.client.read.ReadSamples;
import me.digi.client.read.Session;
import me.digi.client.read.SessionFile;
import me.digi.client.read.SessionFiles;

/**
 * What reading costs beside bare downloads of the same bytes from the same server on loopback, in turns in one run: one
 * large file, and 500 small ones with {@code readAll}. Client and server share the processors, so the numbers say how the
 * two compare, and not how fast a network is.
 */
public final class ReadingBenchmark {
    private static final int LARGE = 128 << 20;
    private static final int SMALL = 4 << 10;
    private static final int SMALL_FILES = 500;
    private static final int PARALLELISM = 4;
    private static final int WARM_UPS = 3;
    private static final int ROUNDS = 7;

    private final SessionFiles files;
    private final BareDownload bare;
    private final String query;

    private ReadingBenchmark(SessionFiles files, BareDownload bare, String query) {
        this.files = files;
        this.bare = bare;
        this.query = query;
    }

    /** Runs both comparisons and prints the medians. */
    public static void main(String[] args) throws IOException {
        KeyPair key = ReadSamples.newKey();
        Session session = ReadSamples.session();
        ContractDetails contract = ContractDetails.builder()
                .contractId("contract")
                .privateKey(key.getPrivate())
                .build();
        try (FileHost host = new FileHost(ReadSamples.metadata());
                DigiMe digiMe = DigiMe.builder()
                        .applicationId("app")
                        .environment(
                                Environment.builder().baseUrl(host.baseUrl()).build())
                        .build()) {
            host.add("large", ReadSamples.encrypt(key.getPublic(), LARGE));
            IntStream.range(0, SMALL_FILES)
                    .forEach(i -> host.add("small" + i, ReadSamples.encrypt(key.getPublic(), SMALL)));
            String query =
                    host.baseUrl() + "permission-access/query/" + session.key().value() + "/";
            new ReadingBenchmark(
                            KnownUser.of(digiMe, contract, ReadSamples.token()).files(session),
                            new BareDownload(key.getPrivate()),
                            query)
                    .run();
        }
        System.exit(0);
    }

    private void run() {
        double mebibytes = LARGE / (double) (1 << 20);
        compare("one file of 128 MiB", "MiB/s", mebibytes, this::readLarge, () -> bare.download(query + "large"));
        compare("500 files of 4 KiB, 4 at once", "files/s", SMALL_FILES, this::readSmall, this::downloadSmall);
    }

    private static void compare(String what, String unit, double amount, LongSupplier reading, LongSupplier download) {
        double[] readings = new double[ROUNDS];
        double[] downloads = new double[ROUNDS];
        for (int round = -WARM_UPS; round < ROUNDS; round++) {
            double read = amount / seconds(reading);
            double downloaded = amount / seconds(download);
            if (round >= 0) {
                readings[round] = read;
                downloads[round] = downloaded;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%-30s read %8.0f %s, bare download %8.0f %s, ratio %.2f%n",
                what,
                median(readings),
                unit,
                median(downloads),
                unit,
                median(readings) / median(downloads));
    }

    private static double seconds(LongSupplier work) {
        long start = System.nanoTime();
        if (work.getAsLong() == 0) {
            throw new IllegalStateException("nothing came");
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private long readLarge() {
        byte[] buffer = new byte[64 << 10];
        try (SessionFile file = files.read("large");
                InputStream content = file.stream()) {
            long bytes = 0;
            for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
                bytes += count;
            }
            return bytes;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private long readSmall() {
        return files.readAllRequest()
                .options(ReadAllOptions.builder().parallelism(PARALLELISM).build())
                .start(ListedFile::readBytes)
                .await()
                .bytes();
    }

    private long downloadSmall() {
        ExecutorService threads = Executors.newFixedThreadPool(PARALLELISM);
        try {
            return IntStream.range(0, SMALL_FILES)
                    .mapToObj(i -> threads.submit(() -> bare.download(query + "small" + i)))
                    .toList()
                    .stream()
                    .mapToLong(ReadingBenchmark::get)
                    .sum();
        } finally {
            threads.shutdown();
        }
    }

    private static long get(Future<Long> result) {
        try {
            return result.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
