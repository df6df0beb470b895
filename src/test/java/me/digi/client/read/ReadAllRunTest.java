package me.digi.client.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import me.digi.client.Gate;
import me.digi.client.ReportedProblems;
import me.digi.client.TestSleepers;
import me.digi.client.error.ApiException;
import me.digi.client.error.DigiMeException;
import me.digi.client.error.NetworkException;
import me.digi.client.read.ReadAllSummary.End;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The duration, progress and stopping of reading all files. */
@Timeout(60)
class ReadAllRunTest {
    @AutoClose
    private final FileServer server = new FileServer();

    private final Map<String, String> read = new ConcurrentHashMap<>();

    @Test
    void readingStopsIfASyncHasNotBegunAfterAMinuteOfLists() {
        server.lists(FileServer.list("pending"));

        ReadAllSummary summary = server.files().readAll(ListedFile::readBytes);

        assertThat(summary.end()).isEqualTo(End.STILL_PENDING);
        assertThat(summary.isComplete()).isFalse();
        assertThat(server.server.getRequestCount()).isEqualTo(23);
    }

    @Test
    void readingStopsAfterFiveMinutesWithTheFilesSoFar() {
        server.file("a", "content");
        server.lists(FileServer.list("running", "a@1"));

        ReadAllSummary summary = server.files().readAll(file -> read.put(file.name(), file.readText()));

        assertThat(summary.end()).isEqualTo(End.TIMED_OUT);
        assertThat(summary.files()).hasSize(1);
        assertThat(server.pauses).hasSize(102);
    }

    @Test
    void theBoundsOnWaitingAreTheApplicationsToSet() {
        server.lists(FileServer.list("pending"));
        ReadAllOptions.Builder options = ReadAllOptions.builder().pollInterval(Duration.ofSeconds(1));

        ReadAllSummary first = server.files()
                .readAllRequest()
                .options(options.maxPendingPolls(2).build())
                .start(ListedFile::readBytes)
                .await();
        ReadAllSummary second = server.files()
                .readAllRequest()
                .options(options.maxPendingPolls(50)
                        .maxWait(Duration.ofSeconds(7))
                        .build())
                .start(ListedFile::readBytes)
                .await();

        assertThat(first.end()).isEqualTo(End.STILL_PENDING);
        assertThat(second.end()).isEqualTo(End.TIMED_OUT);
        assertThat(server.pauses).startsWith(Duration.ofMillis(500), Duration.ofMillis(500), Duration.ofMillis(750));
        assertThat(server.pauses.subList(3, server.pauses.size()))
                .containsOnly(Duration.ofSeconds(1))
                .hasSize(5);
    }

    @Test
    void aListThatCanNoLongerBeHadIsThrownAndTheSummaryStillTellsOfTheFiles() {
        server.file("a", "content");
        server.lists(FileServer.list("running", "a@1")).list(FileServer.error(400, "SessionExpired"));

        ReadAllRun run = server.files().readAllRequest().start(file -> read.put(file.name(), file.readText()));
        ApiException failure = catchThrowableOfType(ApiException.class, run::await);

        assertThat(failure.code()).hasToString("SessionExpired");
        assertThat(run.isDone()).isTrue();
        assertThat(run.summary().end()).isEqualTo(End.LIST_FAILED);
        assertThat(run.summary().files()).hasSize(1);
    }

    @Test
    void progressTellsOfFilesBytesAndAccounts() {
        server.file("a", "12345").file("b", request -> FileServer.error(403, "NotYours"));
        server.lists(
                "{\"status\":{\"state\":\"completed\",\"details\":{\"1_a\":{\"state\":\"completed\"}}},\"fileList\":"
                        + "[{\"name\":\"a\",\"updatedDate\":1},{\"name\":\"b\",\"updatedDate\":1}]}");
        List<ReadProgress> heard = progressOfAll();

        assertThat(heard.get(heard.size() - 1))
                .isEqualTo(new ReadProgress(
                        2,
                        1,
                        1,
                        5,
                        SyncState.COMPLETED,
                        Map.of("1_a", new AccountSync(SyncState.COMPLETED, null)),
                        End.SYNC_ENDED));
        assertThat(heard).extracting(ReadProgress::bytes).isSorted();
    }

    @Test
    void p12_progressGrowsAndTheLastEventIsSentOnce() {
        server.file("a", "12345").file("b", "12345").file("c", request -> FileServer.error(403, "NotYours"));
        server.lists(
                FileServer.list("running", "a@1", "b@1"),
                FileServer.list("running", "a@2", "b@1"),
                FileServer.list("completed", "a@2", "b@1", "c@1"));
        List<ReadProgress> heard = progressOfAll();

        assertThat(heard).extracting(ReadProgress::bytes).isSorted();
        assertThat(heard).extracting(ReadProgress::filesKnown).isSorted();
        assertThat(heard).extracting(ReadProgress::filesDone).isSorted();
        assertThat(heard).doesNotHaveDuplicates();
        assertThat(heard)
                .filteredOn(progress -> progress.end() != End.RUNNING)
                .containsExactly(heard.get(heard.size() - 1));
        ReadProgress last = heard.get(heard.size() - 1);
        assertThat(last.end()).isEqualTo(End.SYNC_ENDED);
        assertThat(last.filesKnown()).isEqualTo(3);
        assertThat(last.filesDone()).isEqualTo(2);
        assertThat(last.filesFailed()).isEqualTo(1);
        assertThat(last.areAllFilesKnown()).isTrue();
        assertThat(heard.get(0).areAllFilesKnown()).isFalse();
    }

    @Test
    void p12_progressContinuesWhenAFileIsReadAgain() {
        CountDownLatch readOnce = new CountDownLatch(1);
        CountDownLatch listedAgain = new CountDownLatch(1);
        List<Integer> done = new CopyOnWriteArrayList<>();
        try (FileServer changing = new FileServer(
                builder -> TestSleepers.recordingPauses(builder, betweenLists -> Gate.await(readOnce)))) {
            changing.file("a", "12345");
            changing.lists(FileServer.list("running", "a@1"), FileServer.list("completed", "a@2"));

            changing.files()
                    .readAllRequest()
                    .listener(progress -> {
                        done.add(progress.filesDone());
                        if (progress.areAllFilesKnown()) {
                            listedAgain.countDown();
                        } else if (progress.filesDone() == 1) {
                            readOnce.countDown();
                        }
                    })
                    .start(file -> {
                        if (file.entry().updatedAt().toEpochMilli() == 2) {
                            listedAgain.await();
                        }
                        file.readBytes();
                    })
                    .await();
        }

        assertThat(done).isSorted().endsWith(1);
    }

    @Test
    void p12_aReadingThatIsStoppedHasOneLastEventToo() {
        server.lists(FileServer.list("running"));
        List<ReadProgress> heard = new CopyOnWriteArrayList<>();
        ReadAllRun[] run = new ReadAllRun[1];
        CountDownLatch started = new CountDownLatch(1);
        run[0] = server.files()
                .readAllRequest()
                .listener(progress -> {
                    heard.add(progress);
                    started.countDown();
                })
                .start(ListedFile::readBytes);
        assertThat(started).satisfies(latch -> latch.await());
        run[0].stop();
        ReadAllSummary summary = run[0].await();

        assertThat(heard)
                .filteredOn(progress -> progress.end() != End.RUNNING)
                .singleElement()
                .satisfies(last -> {
                    assertThat(last).isSameAs(heard.get(heard.size() - 1));
                    assertThat(last.end()).isEqualTo(summary.end());
                });
    }

    @Test
    void h14_aFileWithoutANameFailsAndTheOthersAreRead() {
        server.file("a", "12345");
        server.lists("{\"status\":{\"state\":\"completed\"},\"fileList\":[{\"updatedDate\":1},"
                + "{\"name\":\"a\",\"updatedDate\":null},\"x\"]}");

        ReadAllSummary summary =
                server.files().readAllRequest().start(ListedFile::readBytes).await();

        assertThat(summary.files()).singleElement().satisfies(file -> {
            assertThat(file.entry().updatedAt()).isNull();
            assertThat(file.entry().problems()).containsExactly("updatedDate is missing");
        });
        assertThat(summary.failures())
                .isNotEmpty()
                .allSatisfy(
                        failed -> assertThat(failed.cause()).isInstanceOf(me.digi.client.error.FileException.class));
        assertThat(summary.isComplete()).isFalse();
    }

    @Test
    void h14_aFileWithoutATimeIsReadAgainOnlyIfSomethingElseHasChanged() {
        server.file("a", "12345");
        String running = "{\"status\":{\"state\":\"running\"},\"fileList\":[{\"name\":\"a\"}]}";
        server.lists(running, running, running.replace("running", "completed"));
        List<String> names = new CopyOnWriteArrayList<>();

        server.files().readAllRequest().start(file -> names.add(file.name())).await();

        assertThat(names).containsExactly("a");
    }

    @Test
    void progressIsReportedDuringALargeFile() {
        server.file("a", FileMaker.encrypt(FileServer.KEY.getPublic(), FileMaker.random(5 << 20)), null);
        server.lists(FileServer.list("completed", "a@1"));
        List<ReadProgress> heard = progressOfAll();

        assertThat(heard)
                .filteredOn(progress -> progress.bytes() > 0 && progress.filesDone() == 0)
                .hasSizeGreaterThan(2);
    }

    @Test
    void aListenerThatThrowsBreaksNothing() {
        server.file("a", "content");
        server.lists(FileServer.list("completed", "a@1"));
        try (ReportedProblems problems = ReportedProblems.record()) {
            ReadAllSummary summary = server.files()
                    .readAllRequest()
                    .listener(progress -> {
                        throw new AssertionError("the listener's own");
                    })
                    .start(ListedFile::readBytes)
                    .await();

            assertThat(summary.isComplete()).isTrue();
            assertThat(problems.uncaught()).isEmpty();
            assertThat(problems.failures()).singleElement().hasToString("java.lang.AssertionError: the listener's own");
        }
    }

    @Test
    void stoppingCancelsRunningReadsAndReportsUnreadFiles() throws InterruptedException {
        byte[] encrypted = FileMaker.encrypt(FileServer.KEY.getPublic(), FileMaker.random(1_000_000));
        server.file("slow", request -> FileServer.stalling(encrypted));
        server.file("stuck", "content").file("never", "content");
        server.lists(FileServer.list("running", "slow@1", "stuck@1", "never@1"));
        CountDownLatch underWay = new CountDownLatch(2);
        ReadAllRun run = server.files()
                .readAllRequest()
                .options(ReadAllOptions.builder().parallelism(2).build())
                .start(file -> {
                    underWay.countDown();
                    if (file.name().equals("stuck")) {
                        new CountDownLatch(1).await();
                    }
                    file.readBytes();
                });
        underWay.await();

        run.stop();
        ReadAllSummary summary = run.await();

        assertThat(summary.end()).isEqualTo(End.STOPPED);
        assertThat(summary.isComplete()).isFalse();
        assertThat(summary.failures()).isEmpty();
        assertThat(summary.unread()).extracting(FileEntry::name).containsExactly("slow", "stuck", "never");
    }

    @Test
    void interruptingTheThreadThatWaitsStopsTheReading() throws InterruptedException {
        CountDownLatch underWay = new CountDownLatch(1);
        List<Object> outcome = new CopyOnWriteArrayList<>();
        AtomicInteger handlersRunning = new AtomicInteger();
        server.file("stuck", "content");
        server.lists(FileServer.list("running", "stuck@1"));
        Thread waiting = new Thread(() -> {
            try {
                server.files().readAll(file -> {
                    handlersRunning.incrementAndGet();
                    underWay.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } finally {
                        handlersRunning.decrementAndGet();
                    }
                });
            } catch (DigiMeException e) {
                outcome.add(e);
                outcome.add(Thread.currentThread().isInterrupted());
                outcome.add(handlersRunning.get());
            }
        });
        waiting.start();
        underWay.await();

        waiting.interrupt();
        waiting.join();

        assertThat(outcome).hasSize(3);
        assertThat(outcome.get(0))
                .isInstanceOfSatisfying(
                        NetworkException.class, e -> assertThat(e.kind()).isEqualTo(NetworkException.Kind.INTERRUPTED));
        assertThat(outcome).element(1).isEqualTo(true);
        assertThat(outcome).element(2).isEqualTo(0);
    }

    @Test
    void stoppingAfterTheEndChangesNothing() {
        server.lists(FileServer.COMPLETED);
        ReadAllRun run = server.files().readAllRequest().start(ListedFile::readBytes);
        run.await();

        run.stop();

        assertThat(run.await().end()).isEqualTo(End.SYNC_ENDED);
    }

    @Test
    void noThreadIsLeftBehind() throws InterruptedException {
        server.file("a", "content");
        server.lists(FileServer.list("completed", "a@1"));
        ReadAllRun run = server.files().readAllRequest().start(ListedFile::readBytes);
        run.await();

        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("digi.me reader")) {
                // It may be about to end; one that stays would hold this test until it is timed out.
                thread.join();
            }
        }
        assertThat(run.isDone()).isTrue();
    }

    private List<ReadProgress> progressOfAll() {
        List<ReadProgress> progress = new CopyOnWriteArrayList<>();
        server.files()
                .readAllRequest()
                .listener(progress::add)
                .start(ListedFile::readBytes)
                .await();
        return progress;
    }
}
