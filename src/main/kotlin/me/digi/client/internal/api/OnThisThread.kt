package me.digi.client.internal.api

import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.runBlocking
import kotlin.coroutines.ContinuationInterceptor

/**
 * Runs a suspending block on a thread that may block, such as one that reads files, as a child of this scope and in its
 * context: cancelling the scope cancels the block. Exceptions are thrown here and do not fail the scope.
 */
internal fun <T> CoroutineScope.onThisThread(block: suspend () -> T): T =
    runBlocking(coroutineContext.minusKey(ContinuationInterceptor)) { runCatching { block() } }.getOrThrow()
