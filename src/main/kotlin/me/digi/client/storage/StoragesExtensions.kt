package me.digi.client.storage

import me.digi.client.internal.api.interruptibly

/** [Storages.create], suspending. */
public suspend fun Storages.awaitCreate(): Storage = interruptibly { create() }
