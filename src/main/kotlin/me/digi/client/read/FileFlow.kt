package me.digi.client.read

import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.filterNotNull
import kotlinx.coroutines.flow.transformWhile

/**
 * The files of [readAllAsFlow] as they are read, with [progress] and [summary]. A file that changes meanwhile is
 * emitted again and replaces the earlier one.
 *
 * ```
 * val files = user.files(session).readAllAsFlow { file -> file.readText() }
 * launch { files.progress.collect { show(it) } }
 * files.collect { file -> save(file.name, file.content) }
 * check(files.summary.isComplete)
 * ```
 *
 * Each collector starts to read anew, and [progress] and [summary] are those of the latest: collect the flow in one
 * place.
 */
public class FileFlow<out T> internal constructor(
    files: Flow<FileContent<T>>,
    newest: MutableStateFlow<ReadProgress?>,
    private val run: () -> ReadAllRun?,
) : Flow<FileContent<T>> by files {
    /** The latest progress, conflated for slow collectors. Waits for reading to start, and completes with it. */
    public val progress: Flow<ReadProgress> =
        newest.filterNotNull().transformWhile {
            emit(it)
            it.end() == ReadAllSummary.End.RUNNING
        }

    /**
     * The result so far, final once the flow has completed.
     *
     * @throws IllegalStateException if the flow has not been collected
     */
    public val summary: ReadAllSummary
        get() = checkNotNull(run()) { "the flow has not been collected yet" }.summary()
}
