package me.digi.client.auth

import me.digi.client.internal.api.interruptibly

/** [PageRequest.start], suspending. */
public suspend fun PageRequest<*>.awaitStart(): PendingConsent = interruptibly { start() }
