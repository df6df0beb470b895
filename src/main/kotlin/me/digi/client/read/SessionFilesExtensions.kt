package me.digi.client.read

import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.channels.trySendBlocking
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.buffer
import kotlinx.coroutines.flow.channelFlow
import me.digi.client.internal.coroutines.interruptibly
import java.nio.file.Path

/** [SessionFiles.list], suspending. */
public suspend fun SessionFiles.awaitList(): FileList = interruptibly { list() }

/** [SessionFiles.read], suspending until the file is open; its content comes with [awaitReadBytes] or [awaitReadText]. */
public suspend fun SessionFiles.awaitRead(name: String): SessionFile = interruptibly { read(name) }

/** [SessionFiles.read], suspending until the file is open; its content comes with [awaitReadBytes] or [awaitReadText]. */
public suspend fun SessionFiles.awaitRead(entry: FileEntry): ListedFile = interruptibly { read(entry) }

/** [SessionFiles.fetchMetadata], suspending. */
public suspend fun SessionFiles.awaitFetchMetadata(name: String): FileMetadata = interruptibly { fetchMetadata(name) }

/** [SessionFiles.readAll], suspending; the handler blocks threads of the reading. Cancelling stops the reading. */
public suspend fun SessionFiles.awaitReadAll(handler: FileHandler): ReadAllSummary = interruptibly { readAll(handler) }

/** [SessionFiles.readAll] into a directory, suspending. Cancelling stops the reading. */
public suspend fun SessionFiles.awaitReadAll(directory: Path): ReadAllSummary = interruptibly { readAll(directory) }

/**
 * [SessionFiles.readAll] as a flow: reads each file with [read], several at a time, and emits what that gives. Nothing is
 * read ahead of a collector that takes its time, but for the files under way; cancelling it stops the reading.
 *
 * A file that failed is in the summary that [ReadEvent.Finished] brings at the end, and not among those emitted; but if
 * [read] swallows what the content threw, what it gave instead is emitted, and the summary still says that it failed. The
 * flow fails if the list of files can no longer be had.
 *
 * @param read takes one file on a thread of the reading, and may block; what it throws is reported for that file
 */
public fun <T> SessionFiles.readAllAsFlow(
    options: ReadAllOptions = ReadAllOptions.defaults(),
    read: (ListedFile) -> T,
): Flow<ReadEvent<T>> =
    channelFlow {
        val run =
            readAllRequest()
                .options(options)
                .listener { trySend(ReadEvent.Progress(it)) }
                .start { trySendBlocking(ReadEvent.File(it.entry(), it.metadata(), read(it))).getOrThrow() }
        try {
            send(ReadEvent.Finished(interruptibly { run.await() }))
        } finally {
            run.stop()
        }
    }.buffer(Channel.RENDEZVOUS)
