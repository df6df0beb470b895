package me.digi.client.auth

import me.digi.client.internal.coroutines.interruptibly

/** [ReauthorizationRequest.url], suspending. */
public suspend fun ReauthorizationRequest.awaitUrl(): AuthorizationUrl = interruptibly { url() }
