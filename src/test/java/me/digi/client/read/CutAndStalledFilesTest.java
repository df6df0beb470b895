package me.digi.client.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import me.digi.client.DigiMe;
import me.digi.client.Environment;
import me.digi.client.TestSleepers;
import me.digi.client.error.ContentException;
import me.digi.client.error.NetworkException;
import me.digi.client.error.NetworkException.Kind;
import me.digi.client.retry.RetryPolicy;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.SocketPolicy;
import okio.Buffer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files whose connection breaks or stalls while they are read. */
@Timeout(25)
class CutAndStalledFilesTest {
    private static final byte[] CONTENT = FileMaker.random(200_000);
    private static final byte[] ENCRYPTED = FileMaker.encrypt(FileServer.KEY.getPublic(), CONTENT);

    @AutoClose
    private final FileServer server = new FileServer();

    private static MockResponse cut(byte[] encrypted, int at) {
        return FileServer.encrypted(Arrays.copyOf(encrypted, at), null)
                .setHeader("Content-Length", encrypted.length)
                .setSocketPolicy(SocketPolicy.DISCONNECT_AT_END);
    }

    /**
     * Cuts the file at these places, one request after the other, and then sends it whole; returns the number of
     * requests.
     */
    private AtomicInteger cutAt(int... places) {
        AtomicInteger asked = new AtomicInteger();
        server.file("f", request -> {
            int attempt = asked.getAndIncrement();
            return attempt < places.length ? cut(ENCRYPTED, places[attempt]) : FileServer.encrypted(ENCRYPTED, null);
        });
        return asked;
    }

    @Test
    void h19_aFileThatIsCutIsReadOn() {
        AtomicInteger asked = cutAt(100_000);
        assertThat(server.files().read("f").readBytes()).isEqualTo(CONTENT);
        assertThat(asked).hasValue(2);
        assertThat(server.pauses).hasSize(1);
    }

    @Test
    void h19_soItIsWhereItIsCutInItsFirstBytesAndOnceMore() throws IOException {
        AtomicInteger asked = cutAt(20, 150_000);
        try (InputStream stream = server.files().read("f").stream()) {
            assertThat(stream.readAllBytes()).isEqualTo(CONTENT);
        }
        assertThat(asked).hasValue(3);
        assertThat(server.pauses).hasSize(2);
    }

    @Test
    void h19_soItIsWhereItIsCutAgainBeforeThatPlace() {
        AtomicInteger asked = cutAt(150_000, 50_000);
        assertThat(server.files().read("f").readBytes()).isEqualTo(CONTENT);
        assertThat(asked).hasValue(3);
    }

    @Test
    void h19_aCompressedFileThatIsCutIsResumed() {
        byte[] gzipped = FileMaker.encrypt(FileServer.KEY.getPublic(), FileMaker.gzip(CONTENT));
        AtomicInteger asked = new AtomicInteger();
        server.file(
                "f",
                request -> (asked.incrementAndGet() == 1 ? cut(gzipped, 90_000) : FileServer.encrypted(gzipped, "gzip"))
                        .setHeader("x-metadata", FileMaker.header("gzip")));
        assertThat(server.files().read("f").readBytes()).isEqualTo(CONTENT);
        assertThat(asked).hasValue(2);
    }

    @Test
    void h19_aDownloadFromStorageThatIsCutIsRepeated(@TempDir Path directory) throws IOException {
        try (MockWebServer cloud = new MockWebServer()) {
            cloud.enqueue(cut(ENCRYPTED, 100_000));
            cloud.enqueue(FileServer.encrypted(ENCRYPTED, null));
            Environment environment = Environment.builder()
                    .baseUrl(server.server.url("/v1.7/").toString())
                    .cloudUrl(cloud.url("/").toString())
                    .build();
            DigiMe.Builder builder = DigiMe.builder().applicationId("app").environment(environment);
            try (DigiMe digiMe =
                    TestSleepers.recordingPauses(builder, server.pauses::add).build()) {
                Path target = directory.resolve("file");
                digiMe.storages(server.contract).files("storage").download("folder/file", target);
                assertThat(target).hasBinaryContent(CONTENT);
            }
            assertThat(cloud.getRequestCount()).isEqualTo(2);
            assertThat(server.pauses).hasSize(1);
        }
    }

    @Test
    void h19_aFileThatIsCutEachTimeFailsAsOftenAsThePolicyAllows() {
        AtomicInteger asked = cutAt(100_000, 100_000, 100_000, 100_000);
        NetworkException failure = catchThrowableOfType(
                NetworkException.class, () -> server.files().read("f").readBytes());
        assertThat(failure.kind()).isEqualTo(Kind.NO_RESPONSE);
        assertThat(asked).hasValue(3);
    }

    @Test
    void h19_aFileThatHasChangedMeanwhileIsNotMixedUp() {
        byte[] changed = CONTENT.clone();
        changed[3]++;
        AtomicInteger asked = new AtomicInteger();
        server.file(
                "f",
                request -> asked.incrementAndGet() == 1
                        ? cut(ENCRYPTED, 100_000)
                        : FileServer.encrypted(FileMaker.encrypt(FileServer.KEY.getPublic(), changed), null));
        NetworkException failure = catchThrowableOfType(
                NetworkException.class, () -> server.files().read("f").readBytes());
        assertThat(failure.kind()).isEqualTo(Kind.NO_RESPONSE);
        assertThat(asked).hasValue(2);
    }

    @Test
    void h19_withoutRetriesNothingIsRequestedTwice() {
        try (FileServer strict = new FileServer(builder -> builder.retryPolicy(RetryPolicy.none()))) {
            AtomicInteger asked = new AtomicInteger();
            strict.file("f", request -> {
                asked.incrementAndGet();
                return cut(ENCRYPTED, 100_000);
            });
            assertThatThrownBy(() -> strict.files().read("f").readBytes()).isInstanceOf(NetworkException.class);
            assertThat(asked).hasValue(1);
        }
    }

    private static MockResponse steady(byte[] encrypted) {
        return FileServer.encrypted(encrypted, null)
                .setBody(new Buffer().write(encrypted))
                .throttleBody(1000, 300, TimeUnit.MILLISECONDS);
    }

    @Test
    void h16_aFileThatDripsEndsWhenItHasStalledForTooLongInAll() {
        try (FileServer hurried = new FileServer(builder -> builder.stallTimeout(Duration.ofMillis(400)))) {
            hurried.file(
                    "f", request -> FileServer.encrypted(ENCRYPTED, null).throttleBody(1, 20, TimeUnit.MILLISECONDS));
            NetworkException failure = catchThrowableOfType(
                    NetworkException.class, () -> hurried.files().read("f").readBytes());
            assertThat(failure.kind()).isEqualTo(Kind.TIMED_OUT);
            assertThat(hurried.server.getRequestCount()).isEqualTo(1);
            hurried.awaitNoConnectionInUse();
        }
    }

    @Test
    void h16_aStreamThrowsAContentException() throws IOException {
        try (FileServer hurried = new FileServer(builder -> builder.stallTimeout(Duration.ofMillis(400)))) {
            hurried.file("f", request -> FileServer.stalling(ENCRYPTED));
            try (InputStream stream = hurried.files().read("f").stream()) {
                ContentException failure = catchThrowableOfType(ContentException.class, stream::readAllBytes);
                assertThat(failure.failure())
                        .isInstanceOfSatisfying(
                                NetworkException.class,
                                network -> assertThat(network.kind()).isEqualTo(Kind.TIMED_OUT));
            }
        }
    }

    @Test
    void h16_aFileThatIsSlowAndSteadyIsNotCutOff() {
        byte[] small = FileMaker.encrypt(FileServer.KEY.getPublic(), FileMaker.random(5000));
        try (FileServer hurried = new FileServer(builder -> builder.stallTimeout(Duration.ofMillis(1200)))) {
            hurried.file("f", request -> steady(small));
            assertThat(hurried.files().read("f").readBytes()).hasSize(5000);
        }
    }

    private static <T> Thread start(FutureTask<T> task) {
        Thread thread = new Thread(task, "reader");
        thread.start();
        return thread;
    }

    /** Until the thread waits for bytes. */
    private static void awaitRead(Thread thread) {
        while (Arrays.stream(thread.getStackTrace())
                .noneMatch(frame -> frame.getClassName().contains("NioSocketImpl"))) {
            Thread.onSpinWait();
        }
    }

    private static Callable<Object[]> interrupted(Callable<?> read) {
        return () ->
                new Object[] {catchThrowable(read::call), Thread.currentThread().isInterrupted()};
    }

    @Test
    void h18_anInterruptEndsAReadAtOnce() throws Exception {
        server.file("f", request -> FileServer.stalling(ENCRYPTED));
        FutureTask<Object[]> reading =
                new FutureTask<>(interrupted(() -> server.files().read("f").readBytes()));
        Thread thread = start(reading);
        awaitRead(thread);
        thread.interrupt();
        Object[] outcome = reading.get();
        assertThat(outcome[0])
                .isInstanceOfSatisfying(
                        NetworkException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(Kind.INTERRUPTED));
        assertThat(outcome[1]).as("its interrupt flag").isEqualTo(true);
        assertThat(server.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void h18_closingEndsAFileThatIsBeingRead() throws Exception {
        server.file("f", request -> FileServer.stalling(ENCRYPTED));
        FutureTask<Object[]> reading =
                new FutureTask<>(interrupted(() -> server.files().read("f").readBytes()));
        Thread thread = start(reading);
        awaitRead(thread);
        server.digiMe.close();
        Object[] outcome = reading.get();
        assertThat(outcome[0])
                .isInstanceOfSatisfying(
                        NetworkException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(Kind.INTERRUPTED));
        assertThat(outcome[1]).as("its interrupt flag").isEqualTo(false);
    }

    @Test
    void h18_closingBetweenTwoPollsEndsReadAllAtOnce() throws Exception {
        CountDownLatch pausing = new CountDownLatch(1);
        try (FileServer waiting = new FileServer(builder -> TestSleepers.waiting(builder, pausing::countDown))) {
            waiting.lists(FileServer.list("running"));
            ReadAllRun run = waiting.files()
                    .readAllRequest()
                    .options(ReadAllOptions.builder()
                            .pollInterval(Duration.ofHours(1))
                            .maxWait(Duration.ofHours(5))
                            .build())
                    .start(ListedFile::readBytes);
            CompletableFuture<Throwable> outcome = CompletableFuture.supplyAsync(() -> catchThrowable(run::await));
            pausing.await();
            waiting.digiMe.close();
            assertThat(outcome.get())
                    .isInstanceOfSatisfying(
                            NetworkException.class,
                            failure -> assertThat(failure.kind()).isEqualTo(Kind.INTERRUPTED));
        }
    }
}
