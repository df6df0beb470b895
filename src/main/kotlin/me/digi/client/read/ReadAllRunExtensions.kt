package me.digi.client.read

import me.digi.client.internal.api.interruptibly

/** [ReadAllRun.await], suspending; cancelling the coroutine stops reading. */
public suspend fun ReadAllRun.awaitEnd(): ReadAllSummary = interruptibly({ stop() }) { await() }
