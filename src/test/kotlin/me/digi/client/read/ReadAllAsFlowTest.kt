package me.digi.client.read

import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.CoroutineName
import kotlinx.coroutines.CoroutineStart
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitCancellation
import kotlinx.coroutines.currentCoroutineContext
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withContext
import me.digi.client.error.ApiException
import me.digi.client.read.ReadAllSummary.End
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.AfterEach
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.Timeout
import org.junit.jupiter.api.assertThrows
import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.CountDownLatch
import java.util.concurrent.atomic.AtomicInteger

@Timeout(60)
class ReadAllAsFlowTest {
    private val server = FileServer()

    @AfterEach
    fun close() = server.close()

    private fun listOf(vararg names: String) =
        server.lists(FileServer.list("completed", *names.map { "$it@1" }.toTypedArray()))

    @Test
    fun eachFileIsEmittedWhenItIsReadAndTheSummaryHasAll() =
        runBlocking<Unit> {
            server.file("a", "aa").file("b", "bbb")
            server.lists(FileServer.list("running", "a@1"), FileServer.list("completed", "a@1", "b@1"))

            val files = server.files().readAllAsFlow { it.readText() }
            val read = files.toList()

            assertThat(read.associate { it.name to it.content }).isEqualTo(mapOf("a" to "aa", "b" to "bbb"))
            assertThat(read).allSatisfy { assertThat(it.metadata).isInstanceOf(RawFileMetadata::class.java) }
            assertThat(files.summary.isComplete).isTrue()
            assertThat(files.summary.files()).hasSize(2)
        }

    @Test
    fun aFailedFileIsNotAmongThoseReadAndIsInTheSummary() =
        runBlocking<Unit> {
            server
                .file("good", "content")
                .file("unwanted", "content")
                .file("damaged", FileMaker.encryptUnpadded(FileServer.KEY.public, ByteArray(160)), null)
            listOf("good", "damaged", "missing", "unwanted")

            val files =
                server.files().readAllAsFlow { file ->
                    file.readText().also {
                        check(
                            file.name() != "unwanted",
                        )
                    }
                }

            assertThat(files.toList().map { it.name }).containsExactly("good")
            assertThat(files.summary.isComplete).isFalse()
            assertThat(files.summary.failures().map { it.entry.name() })
                .containsExactlyInAnyOrder("damaged", "missing", "unwanted")
        }

    @Test
    fun aListThatCannotBeFetchedFailsTheFlow() {
        server.list(FileServer.error(403, "Forbidden"))
        val files = server.files().readAllAsFlow { it.readText() }
        assertThrows<ApiException> { runBlocking { files.toList() } }
        assertThat(files.summary.end()).isEqualTo(End.LIST_FAILED)
    }

    @Test
    fun handlersOfFilesMaySuspendInTheContextOfTheCollector() =
        runBlocking<Unit>(CoroutineName("collector")) {
            server.file("a", "aa")
            listOf("a")
            val saved = ConcurrentHashMap<String, String>()

            val read =
                server
                    .files()
                    .readAllAsFlow { file ->
                        val text = file.awaitReadText()
                        withContext(Dispatchers.Default) { saved[file.name] = text }
                        currentCoroutineContext()[CoroutineName]?.name
                    }.toList()

            assertThat(saved).isEqualTo(mapOf("a" to "aa"))
            assertThat(read.single().content).isEqualTo("collector")
        }

    @Test
    fun suspendedHandlersAreCancelledWithTheCollector() =
        runBlocking<Unit> {
            server.file("a", "aa").file("b", "bb")
            listOf("a", "b")
            val waits = CompletableDeferred<Unit>()
            val ended = CompletableDeferred<Unit>()

            val files =
                server.files().readAllAsFlow { file ->
                    if (file.name == "a") {
                        try {
                            waits.complete(Unit)
                            awaitCancellation()
                        } finally {
                            ended.complete(Unit)
                        }
                    }
                    waits.await()
                    file.readText()
                }

            assertThat(files.first().name).isEqualTo("b")
            assertThat(ended.isCompleted).isTrue()
            assertThat(files.summary.end()).isEqualTo(End.STOPPED)
        }

    @Test
    fun theProgressIsBesideTheFilesAndEndsWithThem() =
        runBlocking<Unit> {
            server.file("a", "aa").file("b", "bbb")
            listOf("a", "b")
            val files = server.files().readAllAsFlow { it.readText() }

            val progress = async(start = CoroutineStart.UNDISPATCHED) { files.progress.toList() }
            files.collect {}

            val last = progress.await().last()
            assertThat(last.end()).isEqualTo(End.SYNC_ENDED)
            assertThat(last.filesDone()).isEqualTo(2)
        }

    @Test
    fun eachCollectorStartsItsOwnReading() =
        runBlocking<Unit> {
            server.file("a", "aa")
            listOf("a")
            val files = server.files().readAllAsFlow { it.readText() }
            assertThrows<IllegalStateException> { files.summary }
            repeat(2) { assertThat(files.toList()).hasSize(1) }
            assertThat(files.summary.isComplete).isTrue()
        }

    @Test
    fun aHandlerOfAllFilesMaySuspendToo() =
        runBlocking<Unit> {
            server.file("a", "aa").file("b", "bbb")
            listOf("a", "b", "missing")
            val saved = ConcurrentHashMap<String, String>()
            val summary = server.files().awaitReadAll { file -> saved[file.name] = file.awaitReadText() }
            assertThat(saved).isEqualTo(mapOf("a" to "aa", "b" to "bbb"))
            assertThat(summary.failures()).hasSize(1)
        }

    /** Whether the thread is passing on what it has read. */
    private fun Thread.isHandingOver() =
        state != Thread.State.RUNNABLE && stackTrace.any { it.methodName == "trySendBlocking" }

    @Test
    fun nothingIsReadAheadOfASlowCollector() =
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
                    file.readText()
                    readers += Thread.currentThread()
                    mostAhead.accumulateAndGet(read.incrementAndGet() - collected.get(), ::maxOf)
                }.collect {
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
                            file.readText().also { read.incrementAndGet() }
                        } finally {
                            underWay.decrementAndGet()
                        }
                    }.first()

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
                    file.readText()
                }
            assertThat(files.first().name).isEqualTo("small")
            server.awaitNoConnectionInUse()
        }

    @Test
    fun aChangedFileIsReadAgain() =
        runBlocking<Unit> {
            server.file("a", "content")
            server.lists(FileServer.list("running", "a@1"), FileServer.list("completed", "a@2"))
            val read = server.files().readAllAsFlow { it.entry().updatedAt()!!.toEpochMilli() }.toList()
            assertThat(read.last().content).isEqualTo(2)
        }

    @Test
    fun noContentPrints() =
        runBlocking<Unit> {
            server.file("a", "private")
            listOf("a")
            val files = server.files().readAllAsFlow { it.readText() }
            assertThat(files.toList().map { it.toString() }).containsExactly("FileContent(a)")
        }
}
