package me.digi.client.auth

import me.digi.client.internal.coroutines.interruptibly

/** [OnboardRequest.url], suspending. */
public suspend fun OnboardRequest.awaitUrl(): PageUrl = interruptibly { url() }
