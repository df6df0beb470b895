package me.digi.client.read

import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.filterNotNull
import kotlinx.coroutines.flow.transformWhile

/**
 * The files of [readAllAsFlow], each as soon as it has been read, with the [progress] and the [summary] of the reading beside
 * it. A file that changes meanwhile comes again, in place of what came before.
 *
 * ```
 * val files = user.files(session).readAllAsFlow { file -> file.readText() }
 * launch { files.progress.collect { show(it) } }
 * files.collect { file -> save(file.name, file.content) }
 * check(files.summary.isComplete)
 * ```
 *
 * Each collector starts a reading of its own. [progress] and [summary] are of the one that was started last, so collect the
 * flow in one place.
 */
public class FileFlow<out T> internal constructor(
    files: Flow<FileContent<T>>,
    newest: MutableStateFlow<ReadProgress?>,
    private val run: () -> ReadAllRun?,
) : Flow<FileContent<T>> by files {
    /**
     * How far the reading has got: the newest, whenever the collector is ready for it. Completes with the reading; waits for
     * it if it has not started.
     */
    public val progress: Flow<ReadProgress> =
        newest.filterNotNull().transformWhile {
            emit(it)
            it.end() == ReadAllSummary.End.RUNNING
        }

    /**
     * Which files were read, which failed and why; so far, or how it all came out once the flow has completed.
     *
     * @throws IllegalStateException if the flow has not been collected
     */
    public val summary: ReadAllSummary
        get() = checkNotNull(run()) { "the flow has not been collected" }.summary()
}
