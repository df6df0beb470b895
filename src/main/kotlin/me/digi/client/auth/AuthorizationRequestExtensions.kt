package me.digi.client.auth

import me.digi.client.internal.coroutines.interruptibly

/** [AuthorizationRequest.url], suspending. */
public suspend fun AuthorizationRequest.awaitUrl(): AuthorizationUrl = interruptibly { url() }
