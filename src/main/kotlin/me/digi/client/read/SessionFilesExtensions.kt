package me.digi.client.read

import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.channels.trySendBlocking
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.buffer
import kotlinx.coroutines.flow.channelFlow
import me.digi.client.internal.api.interruptibly
import me.digi.client.internal.api.onThisThread
import java.nio.file.Path
import java.util.concurrent.atomic.AtomicReference

/** [SessionFiles.list], suspending. */
public suspend fun SessionFiles.awaitList(): FileList = interruptibly { list() }

/** [SessionFiles.read], suspending until the file is open; its content comes with [awaitReadBytes] or [awaitReadText]. */
public suspend fun SessionFiles.awaitRead(name: String): SessionFile = interruptibly { read(name) }

/** [SessionFiles.read], suspending until the file is open; its content comes with [awaitReadBytes] or [awaitReadText]. */
public suspend fun SessionFiles.awaitRead(entry: FileEntry): ListedFile = interruptibly { read(entry) }

/** [SessionFiles.fetchMetadata], suspending. */
public suspend fun SessionFiles.awaitFetchMetadata(name: String): FileMetadata = interruptibly { fetchMetadata(name) }

/**
 * [SessionFiles.readAll], suspending; the handler may suspend and may block, on a thread of the reading. Cancelling stops the
 * reading.
 */
public suspend fun SessionFiles.awaitReadAll(handler: suspend (ListedFile) -> Unit): ReadAllSummary =
    coroutineScope { readAllRequest().start { onThisThread { handler(it) } }.awaitEnd() }

/** [SessionFiles.readAll] into a directory, suspending. Cancelling stops the reading. */
public suspend fun SessionFiles.awaitReadAll(directory: Path): ReadAllSummary = interruptibly { readAll(directory) }

/**
 * [SessionFiles.readAll] as a flow: reads each file with [read], several at a time, and emits what that returns. Reads no
 * further ahead of a slow collector than the files that are under way; cancelling the collector stops the reading.
 *
 * Files that failed are not emitted: [FileFlow.summary] has them. If [read] catches what the content throws, what it
 * returns instead is emitted, and the summary still has the file as failed. The flow fails if the list of files can no longer
 * be fetched.
 *
 * @param read reads one file; may suspend and may block, on a thread of the reading. What it throws is reported for that file
 */
public fun <T> SessionFiles.readAllAsFlow(
    options: ReadAllOptions = ReadAllOptions.defaults(),
    read: suspend (ListedFile) -> T,
): FileFlow<T> {
    val progress = MutableStateFlow<ReadProgress?>(null)
    val newest = AtomicReference<ReadAllRun>()
    val files =
        channelFlow {
            progress.value = null
            val run =
                readAllRequest()
                    .options(options)
                    .listener { progress.value = it }
                    .start { file ->
                        val content = onThisThread { read(file) }
                        trySendBlocking(FileContent(file.entry(), file.metadata(), content)).getOrThrow()
                    }
            newest.set(run)
            interruptibly({ run.stop() }) { run.await() }
        }.buffer(Channel.RENDEZVOUS)
    return FileFlow(files, progress) { newest.get() }
}
