package me.digi.client.read

import kotlinx.coroutines.CoroutineStart
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.cancel
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import me.digi.client.DigiMe
import me.digi.client.environment
import me.digi.client.storage.awaitDownload
import okhttp3.mockwebserver.MockWebServer
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.AfterEach
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.Timeout
import org.junit.jupiter.api.io.TempDir
import java.nio.file.Path
import java.time.Duration
import java.util.concurrent.CountDownLatch
import kotlin.io.path.listDirectoryEntries

/** Content that stalls while its reader is cancelled; the client's own timeout is an hour. */
@Timeout(60)
class FileCancellationTest {
    private val patience = Duration.ofHours(1)
    private val server = FileServer { it.readTimeout(patience) }
    private val stalling = FileServer.stalling(FileMaker.encrypt(FileServer.KEY.public, ByteArray(100_000)))

    @AfterEach
    fun close() = server.close()

    @Test
    fun theConnectionOfAFileIsLetGoOf() =
        runBlocking<Unit> {
            server.file("stalls") { stalling }
            val opened = CountDownLatch(1)
            val job =
                launch(Dispatchers.Default) {
                    server.files().awaitRead("stalls").use { file ->
                        opened.countDown()
                        file.awaitReadBytes()
                    }
                }
            opened.await()
            job.cancelAndJoin()
            assertThat(job.isCancelled).isTrue()
            server.awaitNoConnectionInUse()
        }

    @Test
    fun nothingIsLeftOfADownload(
        @TempDir directory: Path,
    ) = MockWebServer().use { cloud ->
        cloud.enqueue(stalling)
        val digiMe =
            DigiMe {
                applicationId("app")
                environment { cloudUrl(cloud.url("/v1/").toString()) }
                readTimeout(patience)
            }
        val files = digiMe.storages(server.contract).files("storage-1")
        runBlocking<Unit> {
            val job = launch(Dispatchers.Default) { files.awaitDownload("a.bin", directory.resolve("a.bin")) }
            while (directory.listDirectoryEntries().isEmpty()) {
                Thread.onSpinWait()
            }
            job.cancelAndJoin()
            assertThat(job.isCancelled).isTrue()
            assertThat(directory).isEmptyDirectory()
        }
        digiMe.close()
    }

    @Test
    fun aCoroutineThatIsCancelledBeforeItWaitsStopsReading() =
        runBlocking<Unit> {
            server.file("a", "content").lists(FileServer.list("completed", "a@1"))
            val run = server.files().readAllRequest().start { CountDownLatch(1).await() }
            val job =
                launch(start = CoroutineStart.UNDISPATCHED) {
                    cancel()
                    run.awaitEnd()
                }
            job.join()
            assertThat(run.await().end()).isEqualTo(ReadAllSummary.End.STOPPED)
        }
}
