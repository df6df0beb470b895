package me.digi.client.internal.api

import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.asCoroutineDispatcher
import me.digi.client.internal.io.Threads
import java.util.concurrent.SynchronousQueue
import java.util.concurrent.ThreadPoolExecutor
import java.util.concurrent.TimeUnit
import java.util.concurrent.atomic.AtomicInteger

private const val IDLE_SECONDS = 10L
private val numbers = AtomicInteger()

/**
 * Threads for blocking calls: one per call, as a limit would make calls wait for each other, and not those of
 * `Dispatchers.IO`, whose 64 belong to the application. Idle threads end.
 */
internal val callThreads: CoroutineDispatcher =
    ThreadPoolExecutor(0, Int.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, SynchronousQueue()) { work ->
        Threads.daemon("digime-coroutine-${numbers.incrementAndGet()}", work)
    }.asCoroutineDispatcher()
