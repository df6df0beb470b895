package me.digi.client.internal.api

import kotlinx.coroutines.CoroutineStart
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.currentCoroutineContext
import kotlinx.coroutines.ensureActive
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.flow
import kotlinx.coroutines.launch
import kotlinx.coroutines.runInterruptible
import kotlinx.coroutines.suspendCancellableCoroutine
import me.digi.client.internal.http.CallerContext

/**
 * Runs a blocking call on [callThreads], with this thread's MDC and current observation. Cancelling the coroutine
 * interrupts the call, which ends its HTTP call; the coroutine ends as cancelled, whatever an interrupted call throws.
 *
 * A result that still arrives is returned, not dropped as by `withContext`: it may be the only copy of a new token, or
 * an open file that holds a connection.
 */
internal suspend fun <T> interruptibly(call: () -> T): T {
    val context = CallerContext.capture()
    var result: Result<T>? = null
    try {
        runInterruptible(callThreads) { result = Result.success(context.open().use { call() }) }
    } catch (e: Exception) {
        if (result == null) {
            currentCoroutineContext().ensureActive()
            throw e
        }
    }
    return checkNotNull(result).getOrThrow()
}

/**
 * For a call that waits for the end of [source]: cancelling closes it, also before the call begins. Interruption does
 * not reach a thread that waits for bytes.
 */
internal suspend fun <T> interruptibly(
    source: AutoCloseable,
    call: () -> T,
): T =
    coroutineScope {
        val closing =
            launch(start = CoroutineStart.UNDISPATCHED) {
                suspendCancellableCoroutine<Nothing> { it.invokeOnCancellation { source.close() } }
            }
        try {
            interruptibly(call)
        } finally {
            closing.cancel()
        }
    }

/** Emits what an iterator returns, whose steps block; each collector has its own. */
internal fun <T> flowOver(iterator: () -> Iterator<T>): Flow<T> =
    flow {
        val items = iterator()
        while (interruptibly { items.hasNext() }) {
            emit(items.next())
        }
    }
