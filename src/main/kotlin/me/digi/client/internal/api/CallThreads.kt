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
 * Where blocking calls wait. As many threads as calls, since a limit would make one call wait for another; none of
 * `Dispatchers.IO`, of which the whole application has 64. There are none before the first call, and idle ones end.
 */
internal val callThreads: CoroutineDispatcher =
    ThreadPoolExecutor(0, Int.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, SynchronousQueue()) { work ->
        Threads.daemon("digime-coroutine-${numbers.incrementAndGet()}", work)
    }.asCoroutineDispatcher()
