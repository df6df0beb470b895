package me.digi.client.auth

import me.digi.client.internal.coroutines.interruptibly

/** [PageRequest.start], suspending. */
public suspend fun PageRequest<*>.awaitStart(): PendingConsent = interruptibly { start() }
