package me.digi.client.keepalive

import me.digi.client.internal.api.interruptibly

/** [KeepAliveRequest.refreshDue], suspending; cancelling the coroutine stops the sweep. */
public suspend fun KeepAliveRequest.awaitRefreshDue(): KeepAliveSummary = interruptibly { refreshDue() }
