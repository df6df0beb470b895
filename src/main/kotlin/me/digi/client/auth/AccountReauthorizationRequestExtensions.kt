package me.digi.client.auth

import me.digi.client.internal.coroutines.interruptibly

/** [AccountReauthorizationRequest.url], suspending. */
public suspend fun AccountReauthorizationRequest.awaitUrl(): PageUrl = interruptibly { url() }
