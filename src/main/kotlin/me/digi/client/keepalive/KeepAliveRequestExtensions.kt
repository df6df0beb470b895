package me.digi.client.keepalive

import me.digi.client.internal.coroutines.interruptibly

/** [KeepAliveRequest.run], suspending; cancelling the coroutine stops the sweep. */
public suspend fun KeepAliveRequest.awaitRun(): KeepAliveSummary = interruptibly { run() }
