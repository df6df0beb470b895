package me.digi.client.keepalive

import me.digi.client.internal.api.interruptibly

/** [KeepAliveRun.await], suspending; cancelling the coroutine stops the sweep. */
public suspend fun KeepAliveRun.awaitEnd(): KeepAliveSummary = interruptibly({ stop() }) { await() }
