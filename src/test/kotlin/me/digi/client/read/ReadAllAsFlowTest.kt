package me.digi.client.read

import kotlinx.coroutines.flow.filterIsInstance
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.runBlocking
import me.digi.client.error.ApiException
import me.digi.client.read.ReadAllSummary.End
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.AfterEach
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.CountDownLatch
import java.util.concurrent.atomic.AtomicInteger

class ReadAllAsFlowTest {
    private val server = FileServer()

    @AfterEach
    fun close() = server.close()

    private fun listOf(vararg names: String) =
        server.lists(FileServer.list("completed", *names.map { "$it@1" }.toTypedArray()))

    @Test
    fun eachFileComesAsItHasBeenReadAndTheSummaryComesLast() =
        runBlocking<Unit> {
            server.file("a", "aa").file("b", "bbb")
            server.lists(FileServer.list("running", "a@1"), FileServer.list("completed", "a@1", "b@1"))

            val events = server.files().readAllAsFlow { it.text() }.toList()

            val read = events.filterIsInstance<ReadEvent.File<String>>()
            assertThat(read.associate { it.entry.name to it.content }).isEqualTo(mapOf("a" to "aa", "b" to "bbb"))
            assertThat(read).allSatisfy { assertThat(it.metadata).isInstanceOf(RawFileMetadata::class.java) }
            val finished = events.last() as ReadEvent.Finished
            assertThat(finished.summary.isComplete).isTrue()
            assertThat(events.filterIsInstance<ReadEvent.Finished>()).hasSize(1)
        }

    @Test
    fun aFailedFileIsNotAmongThoseReadAndIsInTheSummary() =
        runBlocking<Unit> {
            server
                .file("good", "content")
                .file("unwanted", "content")
                .file("damaged", FileMaker.encryptUnpadded(FileServer.KEY.public, ByteArray(160)), null)
            listOf("good", "damaged", "missing", "unwanted")

            val events =
                server
                    .files()
                    .readAllAsFlow { file -> file.text().also { check(file.name() != "unwanted") } }
                    .toList()

            assertThat(events.filterIsInstance<ReadEvent.File<String>>().map { it.entry.name })
                .containsExactly("good")
            val summary = (events.last() as ReadEvent.Finished).summary
            assertThat(summary.isComplete).isFalse()
            assertThat(summary.failures.map { it.entry.name })
                .containsExactlyInAnyOrder("damaged", "missing", "unwanted")
        }

    @Test
    fun aListThatCannotBeHadFailsTheFlow() {
        server.list(FileServer.error(403, "Forbidden"))
        assertThrows<ApiException> { runBlocking { server.files().readAllAsFlow { it.text() }.toList() } }
    }

    /** Whether the thread is in the middle of handing over what it has read. */
    private fun Thread.isHandingOver() =
        state != Thread.State.RUNNABLE && stackTrace.any { it.methodName == "trySendBlocking" }

    @Test
    fun nothingIsReadAheadOfACollectorThatTakesItsTime() =
        runBlocking<Unit> {
            val names = Array(30) { "f$it" }
            names.forEach { server.file(it, "content") }
            listOf(*names)
            val read = AtomicInteger()
            val collected = AtomicInteger()
            val mostAhead = AtomicInteger()
            val readers = ConcurrentHashMap.newKeySet<Thread>()

            server
                .files()
                .readAllAsFlow(ReadAllOptions { parallelism(2) }) { file ->
                    file.text()
                    readers += Thread.currentThread()
                    mostAhead.accumulateAndGet(read.incrementAndGet() - collected.get(), ::maxOf)
                }.filterIsInstance<ReadEvent.File<Unit>>()
                .collect {
                    while (collected.get() == 0 && read.get() < 30 &&
                        !(readers.size == 2 && readers.all { it.isHandingOver() })
                    ) {
                        Thread.onSpinWait()
                    }
                    collected.incrementAndGet()
                }

            assertThat(collected).hasValue(30)
            assertThat(mostAhead).hasValue(3)
        }

    @Test
    fun aCollectorThatHasEnoughEndsTheReading() =
        runBlocking<Unit> {
            val names = Array(100) { "f$it" }
            names.forEach { server.file(it, "content") }
            listOf(*names)
            val underWay = AtomicInteger()
            val read = AtomicInteger()

            val first =
                server
                    .files()
                    .readAllAsFlow { file ->
                        underWay.incrementAndGet()
                        try {
                            file.text().also { read.incrementAndGet() }
                        } finally {
                            underWay.decrementAndGet()
                        }
                    }.filterIsInstance<ReadEvent.File<String>>()
                    .first()

            assertThat(first.content).isEqualTo("content")
            assertThat(underWay).hasValue(0)
            assertThat(read.get()).isLessThanOrEqualTo(ReadAllOptions.defaults().parallelism() + 1)
            server.awaitNoConnectionInUse()
        }

    @Test
    fun aCancelledCollectorCutsOffAFileThatStalls() =
        runBlocking<Unit> {
            val encrypted = FileMaker.encrypt(FileServer.KEY.public, ByteArray(100_000))
            server.file("small", "content").file("stalls") { FileServer.stalling(encrypted) }
            listOf("small", "stalls")
            val opened = CountDownLatch(1)
            val files =
                server.files().readAllAsFlow { file ->
                    if (file.name() == "stalls") opened.countDown() else opened.await()
                    file.text()
                }
            assertThat(
                files
                    .filterIsInstance<ReadEvent.File<String>>()
                    .first()
                    .entry
                    .name(),
            ).isEqualTo("small")
            server.awaitNoConnectionInUse()
        }

    @Test
    fun aChangedFileComesAgain() =
        runBlocking<Unit> {
            server.file("a", "content")
            server.lists(FileServer.list("running", "a@1"), FileServer.list("completed", "a@2"))
            val read =
                server
                    .files()
                    .readAllAsFlow { it.entry().updatedAt()!!.toEpochMilli() }
                    .toList()
                    .filterIsInstance<ReadEvent.File<Long>>()
            assertThat(read.last().content).isEqualTo(2)
        }

    @Test
    fun noContentPrints() =
        runBlocking<Unit> {
            server.file("a", "private")
            listOf("a")
            val events = server.files().readAllAsFlow { it.text() }.toList()
            assertThat(events.map { it.toString() }).noneMatch { "private" in it }
            assertThat(events.last().toString()).contains(End.SYNC_ENDED.name)
        }
}
