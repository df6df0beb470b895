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

/** [SessionFiles.read], suspending until the file is open; read it with [awaitReadBytes] or [awaitReadText]. */
public suspend fun SessionFiles.awaitRead(name: String): SessionFile = interruptibly { read(name) }

/** [SessionFiles.read], suspending until the file is open; read it with [awaitReadBytes] or [awaitReadText]. */
public suspend fun SessionFiles.awaitRead(entry: FileEntry): ListedFile = interruptibly { read(entry) }

/** [SessionFiles.fetchMetadata], suspending. */
public suspend fun SessionFiles.awaitFetchMetadata(name: String): FileMetadata = interruptibly { fetchMetadata(name) }

/**
 * [SessionFiles.readAll], suspending. The handler may suspend or block, on a reading thread. Cancelling stops reading.
 */
public suspend fun SessionFiles.awaitReadAll(handler: suspend (ListedFile) -> Unit): ReadAllSummary =
    coroutineScope { readAllRequest().start { onThisThread { handler(it) } }.awaitEnd() }

/** [SessionFiles.readAll] into a directory, suspending. Cancelling stops reading. */
public suspend fun SessionFiles.awaitReadAll(directory: Path): ReadAllSummary = interruptibly { readAll(directory) }

/**
 * [SessionFiles.readAll] as a flow: reads several files at a time and emits each result of [read]. A slow collector
 * holds up reading: only the files in progress are read ahead. Cancelling the collector stops reading.
 *
 * Failed files are in [FileFlow.summary] and not emitted. If [read] catches an exception of the content, its result is
 * emitted, and the file is still a failure in the summary. The flow fails if the list of files can no longer be
 * fetched.
 *
 * @param read reads one file; may suspend or block, on a reading thread. An exception fails only that file
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
            run.awaitEnd()
        }.buffer(Channel.RENDEZVOUS)
    return FileFlow(files, progress) { newest.get() }
}
