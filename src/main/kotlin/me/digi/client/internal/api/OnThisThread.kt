package me.digi.client.internal.api

import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.runBlocking
import kotlin.coroutines.ContinuationInterceptor

/**
 * Runs a suspending block on a thread that can wait, such as one that reads files, as a child of this scope: cancelling the
 * scope cancels the block, and the context is the scope's. What the block throws is thrown here and does not fail the scope.
 */
internal fun <T> CoroutineScope.onThisThread(block: suspend () -> T): T =
    runBlocking(coroutineContext.minusKey(ContinuationInterceptor)) { runCatching { block() } }.getOrThrow()
