package me.digi.client.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import me.digi.client.Gate;
import me.digi.client.TestSleepers;
import me.digi.client.error.ApiException;
import me.digi.client.error.FileException;
import me.digi.client.error.NetworkException;
import me.digi.client.read.ReadAllSummary.End;
import me.digi.client.retry.RetryPolicy;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.SocketPolicy;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ReadAllTest {
    @AutoClose
    private final FileServer server = new FileServer();

    private final Map<String, String> read = new ConcurrentHashMap<>();

    @Test
    void newAndChangedFilesAreReadUntilTheSyncEnds() {
        AtomicInteger version = new AtomicInteger();
        server.file("a", request -> respond("a" + version.incrementAndGet()))
                .file("b", "b")
                .file("c", "c");
        server.lists(
                FileServer.list("pending"),
                FileServer.list("running", "a@1"),
                FileServer.list("running", "a@1", "b@5"),
                FileServer.list("completed", "a@2", "b@4", "c@1"));
        CountDownLatch firstRead = new CountDownLatch(1);

        ReadAllSummary summary = server.files()
                .readAllRequest()
                .listener(progress -> {
                    // The list changes only after the first content has been read.
                    if (progress.filesKnown() == 1 && progress.filesDone() == 1) {
                        firstRead.countDown();
                    }
                })
                .start(file -> read.put(file.name(), file.readText()))
                .await();

        assertThat(read).containsOnlyKeys("a", "b", "c").containsEntry("b", "b");
        assertThat(summary.end()).isEqualTo(End.SYNC_ENDED);
        assertThat(summary.isComplete()).isTrue();
        assertThat(summary.files()).extracting(file -> file.entry().name()).containsExactly("a", "b", "c");
        assertThat(summary.files().get(0).entry().updatedAt().toEpochMilli()).isEqualTo(2);
        assertThat(summary.bytes()).isEqualTo(4);
        assertThat(server.pauses)
                .containsExactly(Duration.ofMillis(500), Duration.ofMillis(750), Duration.ofMillis(1125));
    }

    @Test
    void aFileThatChangesWhileItIsReadIsReadAgain() throws InterruptedException {
        CountDownLatch changed = new CountDownLatch(1);
        List<Long> versions = new CopyOnWriteArrayList<>();
        server.file("a", "content");
        server.lists(FileServer.list("running", "a@1"), FileServer.list("completed", "a@2"));

        ReadAllSummary summary = server.files()
                .readAllRequest()
                .listener(progress -> {
                    if (SyncState.COMPLETED.equals(progress.state())) {
                        changed.countDown();
                    }
                })
                .start(file -> {
                    versions.add(file.entry().updatedAt().toEpochMilli());
                    file.readBytes();
                    changed.await();
                })
                .await();

        assertThat(versions).containsExactly(1L, 2L);
        assertThat(summary.isComplete()).isTrue();
        assertThat(summary.files()).hasSize(1);
    }

    @Test
    void filesAreReadSideBySideAndNoMoreThanAllowed() throws Exception {
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CyclicBarrier threeAtOnce = new CyclicBarrier(3);
        String[] names = IntStream.range(0, 12).mapToObj(i -> "f" + i + "@1").toArray(String[]::new);
        IntStream.range(0, 12).forEach(i -> server.file("f" + i, "content " + i));
        server.lists(FileServer.list("completed", names));

        ReadAllSummary summary = server.files()
                .readAllRequest()
                .options(ReadAllOptions.builder().parallelism(3).build())
                .start(file -> {
                    most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                    threeAtOnce.await();
                    file.readBytes();
                    underWay.decrementAndGet();
                })
                .await();

        assertThat(summary.files()).hasSize(12);
        assertThat(most).hasValue(3);
    }

    /** One reader of two waits while the other reads, instead of reading as well. */
    @Test
    void anOverloadedServiceGetsFewerRequestsAtOnce() {
        CountDownLatch refused = new CountDownLatch(1);
        try (FileServer overloaded = new FileServer(builder ->
                TestSleepers.recordingPauses(builder.retryPolicy(RetryPolicy.none()), pause -> Gate.await(refused)))) {
            overloaded
                    .file("refused", request -> FileServer.error(503, "Overloaded"))
                    .file("a", "a")
                    .file("b", "b");
            overloaded.lists(
                    FileServer.list("running", "refused@1"), FileServer.list("completed", "refused@1", "a@1", "b@1"));
            AtomicInteger underWay = new AtomicInteger();
            AtomicInteger most = new AtomicInteger();

            ReadAllSummary summary = overloaded
                    .files()
                    .readAllRequest()
                    .options(ReadAllOptions.builder().parallelism(2).build())
                    .listener(progress -> {
                        if (progress.filesFailed() == 1) {
                            refused.countDown();
                        }
                    })
                    .start(file -> {
                        most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                        while (read.isEmpty() && most.get() < 2 && !anotherReaderWaits()) {
                            Thread.onSpinWait();
                        }
                        read.put(file.name(), file.readText());
                        underWay.decrementAndGet();
                    })
                    .await();

            assertThat(summary.files()).hasSize(2);
            assertThat(most).hasValue(1);
        }
    }

    private static boolean anotherReaderWaits() {
        return Thread.getAllStackTraces().entrySet().stream()
                .anyMatch(thread -> thread.getKey().getName().equals("digi.me reader")
                        && thread.getKey().getState() == Thread.State.WAITING
                        && List.of(thread.getValue()).toString().contains("AdaptiveLimit"));
    }

    @Test
    void aFailedFileNeverLooksLikeSuccess() {
        server.file("good", "content")
                .file("damaged", FileMaker.encryptUnpadded(FileServer.KEY.getPublic(), new byte[160]), null)
                .file("foreign", FileMaker.encrypt(FileMaker.newKey().getPublic(), new byte[16]), null)
                .file("refused", request -> FileServer.error(403, "NotYours"));
        server.lists(
                FileServer.list("completed", "good@1", "damaged@1", "foreign@1", "refused@1", "..@1", "missing@1"));

        ReadAllSummary summary = server.files().readAll(file -> read.put(file.name(), file.readText()));

        assertThat(read).containsOnlyKeys("good");
        assertThat(summary.end()).isEqualTo(End.SYNC_ENDED);
        assertThat(summary.state()).isEqualTo(SyncState.COMPLETED);
        assertThat(summary.isComplete()).isFalse();
        assertThat(summary.files()).extracting(file -> file.entry().name()).containsExactly("good");
        assertThat(summary.failures())
                .extracting(failed -> failed.entry().name())
                .containsExactly("damaged", "foreign", "refused", "..", "missing");
        assertThat(summary.failures())
                .extracting(failed -> failed.cause().getClass())
                .isEqualTo(List.of(
                        FileException.class,
                        FileException.class,
                        ApiException.class,
                        FileException.class,
                        ApiException.class));
    }

    @Test
    void aHandlerThatDoesNotMindAFailedStreamDoesNotMakeItASuccess() {
        server.file("damaged", FileMaker.encryptUnpadded(FileServer.KEY.getPublic(), new byte[160]), null);
        server.lists(FileServer.list("completed", "damaged@1"));

        ReadAllSummary summary = server.files().readAll(file -> {
            try (InputStream stream = file.stream()) {
                stream.readAllBytes();
            } catch (IOException ignored) {
                read.put(file.name(), "ignored");
            }
        });

        assertThat(read).containsKey("damaged");
        assertThat(summary.files()).isEmpty();
        assertThat(summary.failures())
                .singleElement()
                .satisfies(failed -> assertThat(failed.cause()).isInstanceOf(FileException.class));
    }

    @Test
    void aHandlerThatThrowsFailsOnlyItsFile() {
        server.file("a", "a").file("b", "b").file("c", "c");
        server.lists(FileServer.list("completed", "a@1", "b@1", "c@1"));
        IOException full = new IOException("the disk is full");

        ReadAllSummary summary = server.files().readAll(file -> {
            if (file.name().equals("b")) {
                throw full;
            }
            if (file.name().equals("c")) {
                throw new AssertionError("not expected");
            }
            file.readBytes();
        });

        assertThat(summary.files()).extracting(file -> file.entry().name()).containsExactly("a");
        assertThat(summary.failures().get(0).cause()).isSameAs(full);
        assertThat(summary.failures().get(1).cause()).isInstanceOf(AssertionError.class);
    }

    @Test
    void contentThatBreaksOffIsReadAgain() {
        byte[] encrypted = FileMaker.encrypt(FileServer.KEY.getPublic(), FileMaker.random(100_000));
        AtomicInteger asked = new AtomicInteger();
        server.file(
                "a",
                request -> asked.incrementAndGet() < 3
                        ? FileServer.encrypted(Arrays.copyOf(encrypted, 50_000), null)
                                .setHeader("Content-Length", encrypted.length)
                                .setSocketPolicy(SocketPolicy.DISCONNECT_AT_END)
                        : FileServer.encrypted(encrypted, null));
        server.lists(FileServer.list("completed", "a@1"));

        ReadAllSummary summary = server.files().readAll(ListedFile::readBytes);

        assertThat(summary.isComplete()).isTrue();
        assertThat(server.pauses).containsExactly(Duration.ofMillis(750), Duration.ofMillis(1125));
    }

    @Test
    void contentThatBreaksOffEachTimeFails() {
        byte[] encrypted = FileMaker.encrypt(FileServer.KEY.getPublic(), FileMaker.random(100_000));
        server.file(
                "a",
                request -> FileServer.encrypted(Arrays.copyOf(encrypted, 50_000), null)
                        .setHeader("Content-Length", encrypted.length)
                        .setSocketPolicy(SocketPolicy.DISCONNECT_AT_END));
        server.lists(FileServer.list("completed", "a@1"));

        ReadAllSummary summary = server.files().readAll(ListedFile::readBytes);

        assertThat(summary.failures())
                .singleElement()
                .satisfies(failed -> assertThat(failed.cause()).isInstanceOf(NetworkException.class));
        assertThat(server.pauses).hasSize(2);
    }

    @Test
    void anAccountThatFailedIsInTheSummaryAndTheDataIsNotComplete() {
        server.lists("{\"status\":{\"state\":\"partial\",\"details\":{\"1_a\":{\"state\":\"partial\",\"error\":"
                + "{\"code\":\"ServiceAuthorizationError\",\"statusCode\":511}}}}}");

        ReadAllSummary summary = server.files().readAll(ListedFile::readBytes);

        assertThat(summary.end()).isEqualTo(End.SYNC_ENDED);
        assertThat(summary.accounts().get("1_a").error().needsReauthorization()).isTrue();
        assertThat(summary.isComplete()).isFalse();
    }

    @Test
    void optionsThatMakeNoSenseAreRejected() {
        assertThatThrownBy(() -> ReadAllOptions.builder().parallelism(0).build())
                .hasMessage("parallelism must be from 1 to 256: 0");
        assertThatThrownBy(() -> ReadAllOptions.builder().maxWait(Duration.ZERO).build())
                .hasMessage("maxWait must be positive: PT0S");
        assertThatThrownBy(() -> ReadOptions.builder().maxContentBytes(0).build())
                .hasMessage("maxContentBytes must be 1 or more: 0");
        assertThatThrownBy(
                        () -> ReadOptions.builder().maxBytesInMemory(1L << 40).build())
                .hasMessageStartingWith("maxBytesInMemory must be from 1 to");
    }

    private static MockResponse respond(String content) {
        byte[] plain = content.getBytes(StandardCharsets.UTF_8);
        return FileServer.encrypted(FileMaker.encrypt(FileServer.KEY.getPublic(), plain), null);
    }
}
