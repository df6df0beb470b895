package me.digi.client.internal.api

import kotlinx.coroutines.CoroutineStart
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.currentCoroutineContext
import kotlinx.coroutines.ensureActive
import kotlinx.coroutines.launch
import kotlinx.coroutines.runInterruptible
import kotlinx.coroutines.suspendCancellableCoroutine

/**
 * Makes a blocking call on a thread of [callThreads]. Cancelling the coroutine interrupts the call, which ends its HTTP call;
 * a coroutine that is cancelled ends as such, and not with whatever an interrupted call throws.
 *
 * A result that arrives all the same is returned and not dropped, as `withContext` would do: it may be the only copy of a new
 * token, or an open file that holds a connection.
 */
internal suspend fun <T> interruptibly(call: () -> T): T {
    var result: Result<T>? = null
    try {
        runInterruptible(callThreads) { result = Result.success(call()) }
    } catch (e: Exception) {
        if (result == null) {
            currentCoroutineContext().ensureActive()
            throw e
        }
    }
    return checkNotNull(result).getOrThrow()
}

/** The same for a call that reads from [source] to its end: no interruption reaches a thread that waits for bytes. */
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
